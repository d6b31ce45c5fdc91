import type { ClaimedDelivery } from '#engine';
import { type AttemptOutcome, HEALTHY } from '#webhooks';
import { describe, expect, it } from '@jest/globals';
import { setTimeout as passed } from 'node:timers/promises';
import { pino } from 'pino';
import type { Send } from './send-delivery.js';
import { SendingBatch, type Sent } from './sending-batch.js';

const TAKEN: AttemptOutcome = {
  ok: true,
  statusCode: 204,
  error: null,
  detail: '',
  durationMs: 1,
  retryAfter: null,
  gone: false,
  responseBody: '',
  address: '127.0.0.1',
};

const deliveries = (count: number) =>
  Array.from({ length: count }, (_, index): ClaimedDelivery => ({
    messageId: `message ${index + 1}`,
    number: 1,
    failures: 0,
    format: 'standard',
    body: '{}',
    traceparent: null,
  }));

function batchOf(
  claimed: ClaimedDelivery[],
  { send, record }: { send: Send; record: (some: Sent[]) => Promise<void> },
): SendingBatch {
  const ground = {
    logger: pino({ level: 'silent' }),
    metrics: { attempted: () => undefined },
    send,
    isStopping: () => false,
  };
  const key = { workspaceId: 'workspace', endpointId: 'endpoint' };
  const target = { url: 'http://127.0.0.1:9/', secrets: [], health: HEALTHY };
  return new SendingBatch(ground, { key, target, claimed, atOnce: 2, record });
}

const idsOf = (some: { messageId: string }[]) => some.map(({ messageId }) => messageId);

describe('a batch', () => {
  it('records what was taken while something of it hangs', async () => {
    let answer = () => {};
    const hanging = new Promise<void>((resolve) => (answer = resolve));
    const recorded: string[] = [];
    const batch = batchOf(deliveries(5), {
      send: async ({ delivery }) => {
        if (delivery.messageId === 'message 2') await hanging;
        return TAKEN;
      },
      record: async (some) => void recorded.push(...idsOf(some)),
    });
    while (recorded.length < 4) await passed(20);
    expect(recorded).toEqual(['message 1', 'message 3', 'message 4', 'message 5']);
    answer();
    const { sent, left } = await batch.over;
    expect([recorded.at(-1), sent.length, left]).toEqual(['message 2', 5, []]);
  });

  it('sends nothing more once what came of it cannot be recorded, and records that when it is over', async () => {
    const recorded: string[] = [];
    let refusals = 1;
    const batch = batchOf(deliveries(100), {
      send: async () => {
        await passed(100);
        return TAKEN;
      },
      record: async (some) => {
        if (refusals-- > 0) throw new Error('The database is away.');
        recorded.push(...idsOf(some));
      },
    });
    const { sent, left } = await batch.over;
    expect(recorded.toSorted()).toEqual(idsOf(sent).toSorted());
    expect(sent.length).toBeGreaterThan(0);
    expect([sent.length + left.length, left.length > 80]).toEqual([100, true]);
  });

  it('fails where nothing of it can be recorded', async () => {
    const batch = batchOf(deliveries(1), {
      send: async () => TAKEN,
      record: async () => {
        throw new Error('The database is away.');
      },
    });
    await expect(batch.over).rejects.toThrow('The database is away.');
  });
});
