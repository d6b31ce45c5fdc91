import type { Membership } from '../actor.js';
import { regionOf } from '../routing.js';
import type { StaffMember } from './finding.js';

/** Memberships of one's own: whoever only stands in for somebody does not make a function staffed. */
export function ownMemberships({ memberships }: StaffMember): Membership[] {
  return memberships.filter(({ onBehalfOf }) => onBehalfOf === undefined);
}

/** Whether somebody works in a function; `owner` may be any. */
export function worksFor(person: StaffMember, name: string): boolean {
  return ownMemberships(person).some((membership) => isIn(membership, name));
}

/** Whether somebody works in a function for a region: for every region, for this one, or for a locale of it. */
export function coversRegion(person: StaffMember, name: string, region: string): boolean {
  return ownMemberships(person).some(
    (membership) => isIn(membership, name) && regionCovered(membership, region),
  );
}

function isIn(membership: Membership, name: string): boolean {
  return name === 'owner' || membership.function === name;
}

function regionCovered(membership: Membership, region: string): boolean {
  if (membership.region !== null) return membership.region === region;
  if (membership.function !== 'regional' || membership.locale === null) return true;
  return (regionOf(membership.locale) ?? homeOf(membership.locale)) === region;
}

/** The region where most speakers of a language are, by CLDR: a membership for `de` stands for DE, not for every region. */
function homeOf(language: string): string | null {
  try {
    return new Intl.Locale(language).maximize().region ?? null;
  } catch {
    return null;
  }
}
