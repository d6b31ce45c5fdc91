import type { Membership } from '#domain';

const inFunction = (name: string): Membership[] => [{ function: name, region: null, locale: null }];
const inLocales = (...locales: string[]): Membership[] =>
  locales.map((locale) => ({ function: 'regional', region: null, locale }));

/**
 * People of an invented company: somebody for every function, and two wherever one writes and another approves.
 * The first one runs the line.
 */
export const DEMONSTRATION_PEOPLE: { name: string; email: string; memberships: Membership[] }[] = [
  { name: 'Ella Brandt', memberships: inFunction('enablement') },
  { name: 'Milo Sander', memberships: inFunction('marketing') },
  { name: 'Nadia Karim', memberships: inFunction('marketing') },
  { name: 'Pia Lund', memberships: inFunction('product_management') },
  { name: 'Owen Price', memberships: inFunction('product_management') },
  { name: 'Lucia Ferri', memberships: inFunction('legal') },
  { name: 'Leo Okafor', memberships: inFunction('legal') },
  { name: 'Dana Weiss', memberships: inFunction('learning_and_development') },
  { name: 'Ravi Menon', memberships: inFunction('learning_and_development') },
  { name: 'Sofia Reyes', memberships: inFunction('sales_management') },
  { name: 'Tom Hale', memberships: inFunction('sales_management') },
  { name: 'Ona Petit', memberships: inFunction('sales_operations') },
  { name: 'Hugo Lind', memberships: inFunction('human_resources') },
  { name: 'Iris Novak', memberships: inFunction('information_technology') },
  { name: 'Cleo Marsh', memberships: inFunction('customer_service_management') },
  { name: 'Eva Holm', memberships: inFunction('event_management') },
  { name: 'Max Adler', memberships: inFunction('executive_management') },
  { name: 'Lena Vogt', memberships: inLocales('de', 'fr') },
  { name: 'Marc Dubois', memberships: inLocales('fr', 'de') },
  { name: 'Ines Marin', memberships: inLocales('es', 'pt') },
  { name: 'Joao Reis', memberships: inLocales('pt', 'es') },
  { name: 'Aiko Mori', memberships: inLocales('ja', 'zh') },
  { name: 'Mei Lin', memberships: inLocales('zh', 'ja') },
  { name: 'Samir Haddad', memberships: inLocales('ar') },
  { name: 'Leila Nasser', memberships: inLocales('ar') },
].map((person) => ({
  ...person,
  email: `${person.name.toLowerCase().replace(' ', '.')}@demonstration.invalid`,
}));
