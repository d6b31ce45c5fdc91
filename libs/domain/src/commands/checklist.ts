import type { EntryVersion } from '../audit-entry.js';
import type { Activity } from '../process-definition.js';
import type { Invalid, Reason } from '../refusal.js';

/** What of an entry checklist was not confirmed; empty where everything was. */
export function unmetPoints(activity: Activity | undefined, checked: string[]): Reason[] {
  return (activity?.checklist ?? [])
    .filter(({ key }) => !checked.includes(key))
    .map(({ key, label }) => ({
      code: 'checklist_open',
      detail: `Not confirmed: ${label} (${key}).`,
      remedy: `Confirm "${key}" in checked, or decline the baton with a reason.`,
    }));
}

/**
 * The names in a field of the command that are no points of the entry checklist; null where each is one. An entry that
 * is replayed was accepted when such names still were, and holds.
 */
export function strayPoints(
  activity: Activity | undefined,
  field: 'checked' | 'unmet',
  found: string[],
  entryVersion: EntryVersion | undefined,
): Invalid | null {
  if (entryVersion !== undefined) return null;
  const known = (activity?.checklist ?? []).map(({ key }) => key);
  const expected = known.length === 0 ? 'but it has none' : `one of ${known.join(', ')}`;
  const problems = found.flatMap((key, index) =>
    known.includes(key)
      ? []
      : [
          {
            pointer: `/${field}/${index}`,
            code: 'not_in_list',
            detail: `Expected a point of the entry checklist, ${expected}; found "${key}".`,
          },
        ],
  );
  return problems.length === 0 ? null : { outcome: 'invalid', problems };
}
