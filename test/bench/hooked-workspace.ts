import { addEndpoint, poolOf, sequenceOutbox } from '#engine';
import { newSecret } from '#webhooks';
import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import type { Arrival } from './hook-receiver.js';
import { LEFT_TYPE, leaveChanges, leftId } from './left-changes.js';
import { machineMs } from './machine-clock.js';
import { prepareLine } from './seed.js';

/** How often the database is asked whether all is done. */
const POLL_MS = 20;
/** How long all of it may take. */
const PATIENCE_MS = 300_000;

let workspaces = 0;

/** A workspace whose facts go to endpoints; what the log was behind before is made up for. */
export class HookedWorkspace {
  /** the number of the next change */
  private next = 1;

  private constructor(
    private readonly dataSource: DataSource,
    private readonly pool: Pool,
    readonly id: string,
    private readonly personId: string,
  ) {}

  static async open(dataSource: DataSource): Promise<HookedWorkspace> {
    while ((await sequenceOutbox(dataSource)) !== 0);
    const line = await prepareLine(dataSource, `bench-webhooks-${(workspaces += 1)}`);
    return new HookedWorkspace(dataSource, poolOf(dataSource), line.workspaceId, line.actor.id);
  }

  /** Makes an endpoint for the facts of the benchmark at each of these addresses. */
  async tell(urls: string[]): Promise<void> {
    for (const url of urls) {
      await addEndpoint(this.dataSource.manager, this.id, {
        url,
        description: '',
        types: [LEFT_TYPE],
        format: 'standard',
        secret: newSecret(),
        createdBy: this.personId,
      });
    }
  }

  /** Commits so many changes with a fact each; gives the ids of the facts, and when that was asked of the database. */
  async happens(count: number): Promise<{ ids: string[]; atMs: number }> {
    const from = this.next;
    this.next += count;
    const atMs = machineMs();
    await leaveChanges(this.pool, this.id, { from, count });
    return { ids: Array.from({ length: count }, (_, index) => leftId(from + index)), atMs };
  }

  /** Waits until the facts have their places; until their deliveries are made, with `relayed`. Gives when. */
  async untilLogged({ relayed }: { relayed: boolean }): Promise<number> {
    return this.until(
      relayed
        ? `select not exists (select from webhook_endpoint e join log_tip t using (workspace_id)
             where e.workspace_id = $1 and e.relayed_position < t.position) as done`
        : 'select not exists (select from outbox where workspace_id = $1) as done',
    );
  }

  /** Waits until nothing has to be sent any more. */
  async untilDelivered(): Promise<number> {
    return this.until(
      `select not exists (select from delivery where workspace_id = $1 and status = 'pending') as done`,
    );
  }

  /** Throws unless each of these facts came to each path once and was delivered by one attempt. */
  async verify(arrivals: Arrival[], { ids, paths }: { ids: string[]; paths: string[] }) {
    const came = new Set(arrivals.map(({ id, path }) => `${id} ${path}`));
    const wanted = ids.length * paths.length;
    const missing = ids.flatMap((id) => paths.filter((path) => !came.has(`${id} ${path}`)));
    if (arrivals.length !== wanted || missing.length > 0) {
      throw new Error(
        `Expected ${wanted} deliveries, each once; found ${arrivals.length}, ${came.size} of them different.`,
      );
    }
    const { rows } = await this.pool.query<{ count: number }>(
      `select least(
         (select count(*) from delivery where workspace_id = $1 and message_id = any($2::uuid[])
            and status = 'delivered' and attempts = 1),
         (select count(*) from attempt where workspace_id = $1 and message_id = any($2::uuid[])
            and error is null))::integer as count`,
      [this.id, ids],
    );
    if (rows[0]!.count !== wanted) {
      throw new Error(`Expected ${wanted} attempts in the log; found ${rows[0]!.count}.`);
    }
  }

  private async until(question: string): Promise<number> {
    const deadline = machineMs() + PATIENCE_MS;
    while (machineMs() < deadline) {
      const { rows } = await this.pool.query<{ done: boolean }>(question, [this.id]);
      if (rows[0]!.done) return machineMs();
      await pause(POLL_MS);
    }
    throw new Error(`Expected an end within ${PATIENCE_MS / 1000} s; found none.`);
  }
}
