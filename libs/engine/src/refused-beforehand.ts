import { type Invalid, type ItemState, type NewItem, type Refusal, refuse } from '#domain';
import type { Answer, IdempotencyKey, StoredAnswer } from './answer.js';
import type { ConflictError } from './write-changes.js';

/** The answer that was already given under a key, or the finding that the key was used for another request. */
export function replay(
  stored: StoredAnswer,
  { requestHash, key }: IdempotencyKey,
): { outcome: 'answered'; answer: Answer; replayed: true } | Invalid {
  if (stored.requestHash === requestHash) {
    return { outcome: 'answered', answer: stored.answer, replayed: true };
  }
  return {
    outcome: 'invalid',
    problems: [
      {
        pointer: '',
        code: 'idempotency_key_reused',
        detail: `Expected the same request as before under Idempotency-Key "${key}"; found another one.`,
      },
    ],
  };
}

export function stale(
  expected: number,
  item: ItemState,
  toSend = 'If-Match with its present ETag',
): Refusal {
  return refuse('stale', {
    code: 'stale_version',
    detail: `Expected version ${expected}; the item is at version ${item.version} by now. Read it again and decide anew.`,
    remedy: `Read the item again, and send ${toSend}.`,
  });
}

/** What the creation of an item ran into, where that was not a change by others. */
export function takenBy(
  conflict: ConflictError,
  item: Omit<NewItem, 'processDigest'>,
): Refusal | null {
  if (conflict.constraint === 'item_slug') {
    return refuse('conflict', {
      code: 'slug_taken',
      detail: `There already is an item "${item.slug}" in this workspace.`,
      remedy: 'Give another slug.',
    });
  }
  if (conflict.constraint === 'item_variant') {
    return refuse('conflict', {
      code: 'variant_exists',
      detail: `"${item.slug}" already has a variant for ${item.locale}.`,
      remedy: 'Work on the variant that is there.',
    });
  }
  return null;
}

export function processNotActive(kind: string, processId: string): Invalid {
  return {
    outcome: 'invalid',
    problems: [
      {
        pointer: '/process',
        code: 'not_valid',
        detail: `Expected the id of a process for items of kind ${kind} with an active version; found "${processId}".`,
      },
    ],
  };
}
