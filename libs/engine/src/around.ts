import {
  isOutAt,
  type ItemState,
  NO_SURROUNDINGS,
  type Process,
  type Surrounding,
  type Surroundings,
  type TaughtContent,
} from '#domain';

/** A row that a decision leaned on: it has to be at this version still when the decision is written. */
export interface Witness {
  table: 'item' | 'goal';
  id: string;
  version: number;
}

export interface Seen {
  surroundings: Surroundings;
  witnesses: Witness[];
}

export const NOTHING_SEEN: Seen = { surroundings: NO_SURROUNDINGS, witnesses: [] };

export interface GoalRow {
  id: string;
  title: string;
  status: string;
  version: number;
}

/** What stands around some items, each thing once however many items look at it. */
export interface Around {
  goals: Map<string, GoalRow>;
  taught: Map<string, { version: number; content: TaughtContent }>;
}

/** What one item sees of what stands around. */
export function seenFrom(
  item: ItemState,
  needed: readonly Surrounding[],
  { goals, taught }: Around,
): Seen {
  if (needed.length === 0) return NOTHING_SEEN;
  const { goalId } = item.description;
  const goal = needed.includes('goal') && goalId !== null ? (goals.get(goalId) ?? null) : null;
  const contents = needed.includes('taught')
    ? taughtIds(item)
        .toSorted()
        .flatMap((id) => taught.get(id) ?? [])
    : [];
  return {
    surroundings: {
      goal: goal === null ? null : { id: goal.id, title: goal.title, status: goal.status },
      taught: contents.map(({ content }) => content),
    },
    witnesses: [
      ...(goal === null ? [] : [{ table: 'goal' as const, id: goal.id, version: goal.version }]),
      ...contents.map(({ version, content }) => ({
        table: 'item' as const,
        id: content.itemId,
        version,
      })),
    ],
  };
}

/** The content that an item trains on. */
export function taughtIds({ links }: ItemState): string[] {
  return links.filter(({ type }) => type === 'trains_on').map(({ itemId }) => itemId);
}

/** An item as the trainings on it see it. */
export function taughtAs(
  { id, title, stage, published }: { id: string; title: string; stage: string; published: boolean },
  { definition }: Process,
): TaughtContent {
  const isOut = isOutAt(definition, stage);
  const freshness = !published ? 'unpublished' : isOut ? 'current' : 'outdated';
  return { itemId: id, title, stage, freshness };
}
