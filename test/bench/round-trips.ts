import { startApi } from './api-process.js';
import { startCountingProxy, type Traffic } from './counting-proxy.js';
import { startLoader } from './loader.js';
import { DRAFT_VERSION, type Line } from './seed.js';
import type { Undo } from './undo.js';
import type { Stock } from './ways.js';

/** Transitions that the API has done before any is counted, so that it is connected and has compiled the process. */
export const UNCOUNTED = 20;

/** Sends transitions one after the other through an API of its own that talks to the database through a proxy. */
export async function countRoundTrips(
  given: { url: string; folder: string; line: Line; stock: Stock; undo: Undo },
  transitions: number,
): Promise<Traffic> {
  const { line, stock, undo } = given;
  const proxy = await startCountingProxy(given.url);
  undo.push(proxy.close);
  const api = await startApi({ databaseUrl: proxy.url, folder: given.folder, profiled: false });
  undo.push(api.stop);
  const loader = startLoader();
  undo.push(loader.stop);
  const send = async (count: number): Promise<void> => {
    const { done } = await loader.send({
      kind: 'http',
      port: api.port,
      key: line.key,
      version: DRAFT_VERSION,
      connections: 1,
      seconds: 60,
      itemIds: stock.drafts.splice(0, count),
      inBulk: null,
    });
    stock.submitted.drafts += done;
  };
  await send(UNCOUNTED);
  const before = proxy.traffic();
  await send(transitions);
  const after = proxy.traffic();
  loader.stop();
  await api.stop();
  proxy.close();
  return {
    roundTrips: after.roundTrips - before.roundTrips,
    statements: after.statements - before.statements,
  };
}
