/** What some rules look at beyond the item itself; the trail keeps what was seen, so that it can be replayed. */
export interface Surroundings {
  /** the goal that the item names, or null where it names none */
  goal: { id: string; title: string; status: string } | null;
  /** the content that a training trains on */
  taught: TaughtContent[];
}

/** Content as a training sees it. */
export interface TaughtContent {
  itemId: string;
  title: string;
  stage: string;
  /** unpublished: never was. outdated: it was, and is being reviewed, revised or taken away. */
  freshness: 'current' | 'unpublished' | 'outdated';
}

export type Surrounding = keyof Surroundings;

export const NO_SURROUNDINGS: Surroundings = { goal: null, taught: [] };
