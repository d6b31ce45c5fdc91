import { type Membership, membershipCovers, regionOf } from '#domain';
import type { HeldTasks, OfferedTasks, PersonRow, TaskFilter } from './workload-reader.js';
import type { PersonLoadView, UnassignedView } from './workload.dto.js';

/** What each person has to do and could do, and what nobody has taken on yet. */
export function workloadOf(
  people: PersonRow[],
  offered: OfferedTasks[],
  filter: TaskFilter,
): { people: PersonLoadView[]; unassigned: UnassignedView[] } {
  const claimable = new Map(people.map(({ id }) => [id, { alone: 0, withOthers: 0 }]));
  const unassigned = new Map<string | null, UnassignedView>();
  for (const tasks of offered) {
    const takers = people.filter((person) => couldClaim(person, tasks));
    for (const { id } of takers) {
      claimable.get(id)![takers.length === 1 ? 'alone' : 'withOthers'] += tasks.count;
    }
    if (tasks.to === null) addUnassigned(unassigned, tasks, takers.length);
  }
  return {
    people: people
      .filter((person) => person.held.length > 0 || isAskedFor(person, filter))
      .map((person) => loadView(person, claimable.get(person.id)!)),
    unassigned: [...unassigned.values()],
  };
}

function loadView(
  { id, name, absence, held }: PersonRow,
  claimable: PersonLoadView['claimable'],
): PersonLoadView {
  return {
    personId: id,
    name,
    absence,
    claimed: {
      count: sumOf(held, 'count'),
      overdue: sumOf(held, 'overdue'),
      oldestClaimedAt: held.map(({ oldest }) => oldest).toSorted()[0] ?? null,
      byActivity: countsBy(held, 'activity').map(([activity, count]) => ({ activity, count })),
      byLocale: countsBy(held, 'locale').map(([locale, count]) => ({ locale, count })),
    },
    claimable,
  };
}

/** By the rule of a claim: whoever a task was passed on to, or else whose membership covers it. */
function couldClaim({ id, memberships }: PersonRow, tasks: OfferedTasks): boolean {
  if (tasks.to !== null) return tasks.to === id;
  return memberships.some((membership) => membershipCovers(membership, tasks));
}

function isAskedFor({ memberships }: PersonRow, filter: TaskFilter): boolean {
  const { function: name, locale, region } = filter;
  if (name === undefined && locale === undefined && region === undefined) return true;
  return memberships.some(
    (membership) =>
      membershipCovers(membership, {
        functions: [name ?? membership.function],
        locale: locale ?? null,
      }) && coversRegion(membership, region),
  );
}

/** Where a membership is for one locale, it is for the region of that. */
function coversRegion({ region, locale }: Membership, wanted: string | undefined): boolean {
  if (wanted === undefined) return true;
  const own = region ?? (locale === null ? null : regionOf(locale));
  return own === null || own === wanted;
}

function addUnassigned(
  unassigned: Map<string | null, UnassignedView>,
  { locale, count, overdue, oldest }: OfferedTasks,
  takers: number,
): void {
  const known = unassigned.get(locale);
  const oldestOpenedAt = oldest.toISOString();
  unassigned.set(locale, {
    locale,
    count: count + (known?.count ?? 0),
    nobody: (takers === 0 ? count : 0) + (known?.nobody ?? 0),
    overdue: overdue + (known?.overdue ?? 0),
    oldestOpenedAt:
      known === undefined || oldestOpenedAt < known.oldestOpenedAt
        ? oldestOpenedAt
        : known.oldestOpenedAt,
  });
}

function sumOf(held: HeldTasks[], field: 'count' | 'overdue'): number {
  return held.reduce((sum, tasks) => sum + tasks[field], 0);
}

function countsBy<Field extends 'activity' | 'locale'>(
  held: HeldTasks[],
  field: Field,
): [HeldTasks[Field], number][] {
  const counts = new Map<HeldTasks[Field], number>();
  for (const tasks of held) counts.set(tasks[field], (counts.get(tasks[field]) ?? 0) + tasks.count);
  return [...counts];
}
