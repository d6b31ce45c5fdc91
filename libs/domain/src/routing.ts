import { type Actor, functionsOf, type Membership, worksIn } from './actor.js';
import type { Standpoint } from './item-state.js';
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

/** The membership in which an actor may take such a task, their own before an absent person's; null where there is none. */
export function membershipFor(
  actor: Actor,
  task: { functions: readonly string[]; locale: string | null },
): Membership | null {
  if (actor.kind === 'line') return null;
  const covering = actor.memberships.filter((membership) => membershipCovers(membership, task));
  return covering.find(({ onBehalfOf }) => onBehalfOf === undefined) ?? covering[0] ?? null;
}

/** Where somebody stands who acts in a membership for a task of that locale. */
export function standpointOf(
  membership: Membership | null,
  locale: string | null,
): Standpoint | null {
  if (membership === null) return null;
  const scoped = membership.locale !== null && locale !== null ? regionOf(locale) : null;
  return {
    function: membership.function,
    region: membership.region ?? scoped,
    division: membership.division ?? null,
  };
}

/** Why this actor may not claim such a task, or null when they may. */
export function whyNotRouted(
  actor: Actor,
  task: { functions: readonly string[]; locale: string | null },
): Reason | null {
  if (actor.kind === 'line') {
    return {
      code: 'not_your_function',
      detail: 'Tasks are for people.',
      remedy: `Let somebody of ${task.functions.join(' or ')} do it.`,
    };
  }
  if (membershipFor(actor, task) !== null) return null;
  if (!worksIn(actor, task.functions)) {
    return {
      code: 'not_your_function',
      detail: `This is for ${task.functions.join(' or ')}; you work in ${functionsOf(actor)}.`,
      remedy: `Let somebody of ${task.functions.join(' or ')} do it.`,
    };
  }
  return {
    code: 'not_your_locale',
    detail: `This is for the regional people of ${task.locale}; your memberships cover ${scopesOf(actor.memberships, task.functions)}.`,
    remedy: `Let somebody do it whose membership covers ${task.locale}.`,
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
