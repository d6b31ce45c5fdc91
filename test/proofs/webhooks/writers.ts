import { setTimeout as pause } from 'node:timers/promises';
import type { Site } from './site.js';

/** A comment that was acknowledged: which change of which item it is. */
export interface Acknowledged {
  itemId: string;
  sequence: number;
}

const WRITERS = 8;
const AGAIN_MS = 100;
const PATIENCE_MS = 15_000;

/**
 * Comments on items from several sides until `count` comments are acknowledged. Whatever gets no answer, or one that says
 * that the server is to blame, is sent again under the same key. Keeps a tenth ahead of what arrives, so that there is
 * something to break from the beginning to the end. Gives what was acknowledged, and how many requests were repeated.
 */
export async function write(
  { url, key, itemIds }: Pick<Site, 'url' | 'key' | 'itemIds'>,
  { count, arrived }: { count: number; arrived: () => number },
): Promise<{ acknowledged: Acknowledged[]; repeated: number }> {
  const acknowledged: Acknowledged[] = [];
  let next = 0;
  let repeated = 0;
  const send = async (number: number, itemId: string): Promise<number> => {
    for (;;) {
      const response = await fetch(`${url}/v1/items/${itemId}/comments`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${key}`,
          'content-type': 'application/json',
          'idempotency-key': `comment-${number}`,
        },
        body: JSON.stringify({ text: `Comment ${number}` }),
        signal: AbortSignal.timeout(PATIENCE_MS),
      }).catch(() => null);
      if (response?.ok === true) {
        const item = (await response.json().catch(() => null)) as { version: number } | null;
        if (item !== null) return item.version;
      } else if (response !== null && response.status < 500) {
        throw new Error(`A comment was answered with ${response.status}: ${await response.text()}`);
      }
      repeated += 1;
      await pause(AGAIN_MS);
    }
  };
  const writer = async (own: string[]): Promise<void> => {
    while (next < count) {
      if (next > arrived() + count / 10) {
        await pause(AGAIN_MS);
        continue;
      }
      const number = (next += 1);
      const itemId = own[number % own.length]!;
      acknowledged.push({ itemId, sequence: await send(number, itemId) });
    }
  };
  // Nobody else writes on an item: what is proved here is what comes after the commit.
  const shares = Array.from({ length: WRITERS }, (_, writer) =>
    itemIds.filter((_id, index) => index % WRITERS === writer),
  );
  await Promise.all(shares.map(writer));
  return { acknowledged, repeated };
}
