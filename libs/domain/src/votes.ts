import type { Membership } from './actor.js';
import type { ItemState, RevisionState, Section } from './item-state.js';
import type { Activity, Approval, StageMeta } from './process-definition.js';
import { resolveFunctions } from './routing.js';
import type { OnEdit } from './vocabulary.js';

/** An approval that an edit took away, and the sections that were its undoing. */
export interface VoidedApproval {
  activity: string;
  actorId: string;
  sections: string[];
}

/** The approvals that count: those given in the present visit of the stage; older ones say nothing of it. */
export function presentVotes({ context, stage, arrival }: ItemState): Approval[] {
  return context.approvals.filter(
    (given) =>
      given.stage === undefined || (given.stage === stage && given.since === (arrival?.at ?? null)),
  );
}

/**
 * The function that an approval counts for: the sender's where the activity asks it, or else that of the activity, for
 * whoever was only named for it or acts in its place.
 */
export function votingFunction(
  activity: Activity | null,
  membership: Membership | null,
  item: ItemState,
): string | null {
  if (activity === null) return membership?.function ?? null;
  const asked = resolveFunctions(activity.raci.responsible, item.description.ownerFunction);
  if (membership !== null && asked.includes(membership.function)) return membership.function;
  return asked[0] ?? null;
}

/**
 * Whether an activity's approval covers a section: all of them, or those that it names, wherever they stand, with what
 * stands below them. `claims` covers `acme/claims`, `claims/sources` and a second section of that name, `claims-2`.
 */
function covers(activity: Activity | undefined, key: string): boolean {
  const named = activity?.sections;
  return named === undefined || named.some((one) => contains(key.split('/'), one.split('/')));
}

function contains(path: string[], named: string[]): boolean {
  return path.some((_, start) =>
    named.every((word, index) => isCalled(path[start + index] ?? '', word)),
  );
}

/** A heading that occurs again has a number behind its words. */
function isCalled(found: string, word: string): boolean {
  if (found === word) return true;
  return found.startsWith(`${word}-`) && /^\d+$/u.test(found.slice(word.length + 1));
}

/**
 * The digests of the sections that an approval in this activity is given for; all, where the text has none of those
 * that the activity names, since nobody approves nothing.
 */
export function coveredSections(
  activity: Activity | undefined,
  sections: readonly Section[],
): Record<string, string> {
  const named = sections.filter(({ key }) => covers(activity, key));
  const covered = named.length > 0 ? named : sections;
  return Object.fromEntries(covered.map(({ key, digest }) => [key, digest]));
}

/**
 * Which approvals survive an edit, by the stage's policy. One that covers a section whose text changed, came or went is
 * void under `changed_sections`; so is one without sections, given for the whole of another text. Whoever edits loses
 * their own approval under every policy: nobody approves their own work.
 */
export function votesAfterEdit(
  item: ItemState,
  { meta, after, writers }: { meta: StageMeta; after: RevisionState; writers: string[] },
): { kept: Approval[]; voided: VoidedApproval[] } {
  const policy: OnEdit = meta.onEdit ?? 'changed_sections';
  const judged = presentVotes(item).map((approval) => {
    const activity = meta.activities.find(({ key }) => key === approval.activity);
    const sections = changedSections(approval, activity, { before: item.revision, after });
    const own = [approval.actorId, approval.onBehalfOf ?? ''].some((id) => writers.includes(id));
    const isVoid = own || policy === 'all' || (policy === 'changed_sections' && sections !== null);
    return { approval, isVoid, sections: sections ?? [] };
  });
  return {
    kept: judged.filter(({ isVoid }) => !isVoid).map(({ approval }) => approval),
    voided: judged
      .filter(({ isVoid }) => isVoid)
      .map(({ approval: { activity, actorId }, sections }) => ({ activity, actorId, sections })),
  };
}

/** The sections that an approval covers and that are no longer what was seen; null where there are none. */
function changedSections(
  approval: Approval,
  activity: Activity | undefined,
  { before, after }: { before: RevisionState | null; after: RevisionState },
): string[] | null {
  if (approval.digest === after.digest) return null;
  const seen = approval.sections;
  if (seen === undefined || (before?.sections.length ?? 0) === 0) return [];
  const now = coveredSections(activity, after.sections);
  const keys = new Set([...Object.keys(seen), ...Object.keys(now)]);
  // In an order of their own: what was stored gives its keys back in another than it got them.
  const changed = [...keys].filter((key) => seen[key] !== now[key]).toSorted(byKey);
  return changed.length === 0 ? null : changed;
}

function byKey(one: string, other: string): number {
  return one < other ? -1 : 1;
}
