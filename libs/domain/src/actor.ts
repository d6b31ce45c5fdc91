/** One function a person works in, narrowed to a region or locale where the function is regional. */
export interface Membership {
  function: string;
  /** ISO 3166-1 alpha-2; null: every region */
  region: string | null;
  /** a BCP 47 language range, `de` covers `de-DE`; null: every locale */
  locale: string | null;
  /** the part of the organization, in its own words */
  division?: string | null;
  /** the absent person who has this membership and whose delegate the actor is; left out: the actor's own */
  onBehalfOf?: string;
}

/**
 * Who sends a command: a person, or Baton's own line, which acts on what a process asks for. A person comes `via` the id of an
 * API key, `oidc` (a token of their issuer) or `session` (their browser).
 */
export type Actor =
  | { kind: 'person'; id: string; via: string | null; memberships: Membership[] }
  | { kind: 'line' };

/** The person whose place the actor takes in a membership, or null where it is their own. */
export function standsInFor(membership: Membership | null): string | null {
  return membership?.onBehalfOf ?? null;
}

export const LINE: Actor = { kind: 'line' };

export function actorId(actor: Actor): string {
  return actor.kind === 'person' ? actor.id : actor.kind;
}

/** Whether somebody works in one of these functions themselves, and not only in the place of somebody absent. */
export function worksInOwnRight(actor: Actor, functions: readonly string[]): boolean {
  return (
    actor.kind === 'person' &&
    actor.memberships.some(
      ({ function: name, onBehalfOf }) => onBehalfOf === undefined && functions.includes(name),
    )
  );
}

export function worksIn(actor: Actor, functions: readonly string[]): boolean {
  return (
    actor.kind === 'person' &&
    actor.memberships.some((membership) => functions.includes(membership.function))
  );
}

/** What an actor works in, in words. */
export function functionsOf(actor: Actor): string {
  const own = actor.kind === 'person' ? actor.memberships.map((each) => each.function) : [];
  return [...new Set(own)].join(', ') || 'no function';
}
