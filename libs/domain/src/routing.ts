import type { Actor, Membership } from './actor.js';
import type { RaciFunction } from './process-definition.js';
import type { Reason } from './refusal.js';

/**
 * Whether a language range covers a tag: equal, or a prefix ending at a subtag (RFC 4647 §3.3.1, basic filtering).
 * `de` covers `de-DE`; `de-DE` does not cover `de`.
 */
export function languageRangeCovers(range: string, tag: string): boolean {
  const [wanted, given] = [range.toLowerCase(), tag.toLowerCase()];
  return given === wanted || given.startsWith(`${wanted}-`);
}

/** The region subtag of a BCP 47 tag (`de-DE` → `DE`, `zh-Hans-CN` → `CN`), or null. */
export function regionOf(tag: string): string | null {
  return (
    tag
      .split('-')
      .slice(1)
      .find((subtag) => /^[A-Z]{2}$/u.test(subtag)) ?? null
  );
}

/** A membership's region and locale bind only where a task has a locale. */
export function membershipCovers(
  membership: Membership,
  task: { functions: readonly string[]; locale: string | null },
): boolean {
  if (!task.functions.includes(membership.function)) return false;
  if (task.locale === null) return true;
  if (membership.locale !== null && !languageRangeCovers(membership.locale, task.locale))
    return false;
  return membership.region === null || membership.region === regionOf(task.locale);
}

/** Why this actor may not claim such a task, or null when they may. */
export function whyNotRouted(
  actor: Actor,
  task: { functions: readonly string[]; locale: string | null },
): Reason | null {
  if (actor.kind === 'line') {
    return { code: 'not_your_function', detail: 'Tasks are for people.' };
  }
  if (actor.memberships.some((membership) => membershipCovers(membership, task))) return null;
  const own = actor.memberships.map((membership) => membership.function);
  if (!own.some((name) => task.functions.includes(name))) {
    return {
      code: 'not_your_function',
      detail: `This is for ${task.functions.join(' or ')}; you work in ${[...new Set(own)].join(', ') || 'no function'}.`,
    };
  }
  return {
    code: 'not_your_locale',
    detail: `This is for the regional people of ${task.locale}; your memberships cover ${scopesOf(actor.memberships, task.functions)}.`,
  };
}

/** Replaces `owner` by the item's owner function and drops doubles. */
export function resolveFunctions(
  functions: readonly RaciFunction[],
  ownerFunction: string,
): string[] {
  return [...new Set(functions.map((name) => (name === 'owner' ? ownerFunction : name)))];
}

function scopesOf(memberships: Membership[], functions: readonly string[]): string {
  return memberships
    .filter((membership) => functions.includes(membership.function))
    .map(({ locale, region }) => [locale, region].filter(Boolean).join(' in '))
    .join(', ');
}
