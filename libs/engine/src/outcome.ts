import type { Actor, Invalid, ItemState, Process, Refusal, Surroundings } from '#domain';
import type { Answer, IdempotencyKey } from './answer.js';
import type { Settled } from './translation/plan-edits.js';

/** An item after a command, as the answer to it is made of. */
export interface Applied {
  item: ItemState;
  process: Process;
  /** what the rules of its present stage look at beyond it */
  surroundings: Surroundings;
  createdAt: Date;
  updatedAt: Date;
  changed: boolean;
  /** what came of each edit of a segment; empty for everything else */
  settled: Settled[];
}

/** Who sends a command, and how the answer is made and kept. */
export interface Request {
  workspaceId: string;
  actor: Actor;
  idempotency: IdempotencyKey | null;
  answer: (applied: Applied) => Answer;
}

/** A refusal with the item as it stands, where there is one, so that it can say what is possible. */
export interface Refused {
  outcome: 'refused';
  refusal: Refusal;
  stands: Pick<Applied, 'item' | 'process' | 'surroundings'> | null;
}

export type Outcome =
  /** `replayed`: the answer was given before, under the same idempotency key */
  | { outcome: 'answered'; answer: Answer; replayed?: true }
  | Refused
  | Invalid
  | { outcome: 'missing' };
