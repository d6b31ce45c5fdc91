import type { Membership } from '#domain';

/**
 * What somebody works in where the roles of their issuer say it: these instead of their own rows, and beside them what they
 * do in the place of absent people. Without roles the rows stand.
 */
export function withClaimed(rows: Membership[], claimed: Membership[] | null): Membership[] {
  if (claimed === null) return rows;
  return [...claimed, ...rows.filter(({ onBehalfOf }) => onBehalfOf !== undefined)];
}
