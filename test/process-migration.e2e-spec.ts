import { compileProcess, type ItemState, type Process, type ProcessDefinition } from '#domain';
import { authenticateKey } from '#engine';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'pg';
import { stringify } from 'yaml';
import { changedContent, CONTENT } from './changed-process.js';
import { baton } from './command-line.js';
import { claimTask, type Seeding, seedItems, sendEvent, type Step } from './item-seed.js';
import { hire } from './line.js';
import { untilSessions } from './sessions.js';
import { startTestApi, type TestApi, type TestPerson, type TestWorkspace } from './test-api.js';
import { spawnWorker, type WorkerProcess } from './worker-process.js';

const OLD = compileProcess(CONTENT);
const NEW = compileProcess(changedContent());

const ACCEPTED = [claimTask, sendEvent('accept')];
const BRIEFED = [...ACCEPTED, claimTask, sendEvent('submit')];
const OUTLINED = [...BRIEFED, claimTask, sendEvent('submit')];
const CANCELLED = [sendEvent('cancel', { comment: 'Not needed.' })];

interface Run {
  id: string;
  status: string;
  stoppedBecause: string | null;
  counts: Record<'live' | 'migrated' | 'needsChoice' | 'blocked' | 'failed', number>;
}

interface PlannedPage {
  items: { itemId: string; slug: string; to: string | null; choices: string[]; reason: string }[];
  nextCursor: string | null;
}

let api: TestApi;
let pool: Pool;
const workers: WorkerProcess[] = [];

beforeAll(async () => {
  api = await startTestApi();
  pool = new Pool({ connectionString: api.database.url, max: 4 });
});

afterAll(async () => {
  for (const worker of workers) await worker.stop();
  await pool.end();
  await api.close();
});

function startWorker(): WorkerProcess {
  const worker = spawnWorker(api.database.url);
  workers.push(worker);
  return worker;
}

/** A workspace with items of the default process and with another version to go to. */
class Line {
  private constructor(
    readonly workspace: TestWorkspace,
    readonly admin: TestPerson,
    private readonly seeding: Seeding,
  ) {}

  static async in(slug: string): Promise<Line> {
    const workspace = await api.workspace(slug);
    const functions = ['enablement', 'marketing', 'product_management', 'legal'];
    const admin = await workspace.person(functions.map((name) => ({ function: name })));
    const authenticated = await authenticateKey(pool, admin.key);
    if (!authenticated.valid) throw new Error(authenticated.why);
    const { actor } = authenticated.caller;
    const { goalId } = await hire(workspace);
    const seeding = { workspaceId: workspace.id, actor, process: OLD, goalId };
    const line = new Line(workspace, admin, seeding);
    await line.deploy(NEW.definition);
    return line;
  }

  /** Deploys a version and activates it, which retires the one before. */
  async deploy(definition: ProcessDefinition): Promise<void> {
    const { body } = await this.admin.post('/v1/processes', definition);
    const { digest } = body as { digest: string };
    await this.admin.post(`/v1/processes/${digest}/activate`).expect(200);
  }

  async seed(slug: string, count: number, steps: Step[] = []): Promise<ItemState[]> {
    return seedItems(pool, this.seeding, { slug, count, steps });
  }

  async plan(fields: object = {}) {
    const body = { from: OLD.digest, to: NEW.digest, stages: STAGES, ...fields };
    return this.admin.post('/v1/process-migrations', body);
  }

  async start(fields: object = {}): Promise<string> {
    const { body, status } = await this.plan({ dryRun: false, ...fields });
    expect([status, body]).toMatchObject([202, { status: 'running' }]);
    return (body as Run).id;
  }

  async run(id: string): Promise<Run> {
    return (await this.admin.get(`/v1/process-migrations/${id}`)).body as Run;
  }

  async ended(id: string): Promise<Run> {
    for (;;) {
      const run = await this.run(id);
      if (run.status !== 'running') return run;
      await new Promise((go) => setTimeout(go, 50));
    }
  }

  async pinned({ digest }: Process): Promise<number> {
    const [row] = await api.database.query<{ count: number }>(
      'select count(*)::integer as count from item where workspace_id = $1 and process_digest = $2',
      [this.workspace.id, digest],
    );
    return row!.count;
  }

  /** Every trail through its processes again, compared with what is stored. */
  async verify(): Promise<void> {
    const { output, status } = await baton(['verify'], { url: api.url, key: this.admin.key });
    expect([status, output]).toEqual([
      0,
      expect.stringContaining('every trail holds and leads to what is stored'),
    ]);
  }
}

const NOBODY = '00000000-0000-4000-8000-000000000000';
const STAGES = { structuring: 'outlining', brief: ['intake', 'outlining'] };

describe('a dry run', () => {
  let line: Line;

  beforeAll(async () => {
    line = await Line.in('dry');
    await line.seed('intake', 210);
    await line.seed('brief', 30, ACCEPTED);
    await line.seed('structuring', 20, BRIEFED);
    await line.seed('held', 12, [...OUTLINED, claimTask]);
    await line.seed('cancelled', 5, CANCELLED);
  });

  it('counts what is mapped, what needs a choice and what is blocked, each with its reason, and changes nothing', async () => {
    const { status, body } = await line.plan();
    expect([status, body]).toMatchObject([
      200,
      { whyNot: [], counts: { mapped: 230, needsChoice: 30, blocked: 12 } },
    ]);
    const { needsChoice, blocked } = body as Record<string, PlannedPage>;
    expect(needsChoice!.items.find(({ slug }) => slug === 'brief-1')).toMatchObject({
      to: null,
      choices: ['intake', 'outlining'],
      reason: 'Brief was taken apart: choose intake or outlining for it.',
    });
    expect(blocked!.items[0]!.reason).toBe(
      'Person 1 holds "Write the draft", which drafting does not have: release or finish it first, or allow with cancelHeld: true in the mapping.',
    );
    expect(await line.pinned(NEW)).toBe(0);
  });

  it('lists 200 of an outcome at once, and the others from its cursor', async () => {
    const { mapped } = (await line.plan()).body as Record<string, PlannedPage>;
    expect(mapped!.items.length).toBe(200);
    const { body } = await line.plan({ cursor: mapped!.nextCursor });
    const { mapped: rest, counts } = body as { mapped: PlannedPage; counts: object };
    expect([rest.items.length, rest.nextCursor]).toEqual([30, null]);
    expect(counts).toMatchObject({ mapped: 230 });
    const ids = [...mapped!.items, ...rest.items].map(({ itemId }) => itemId);
    expect(new Set(ids).size).toBe(230);
  });

  it('follows choices by slug and lets held tasks go where it is told to', async () => {
    const choices = { 'brief-1': 'intake', 'brief-2': 'outlining' };
    const { body } = await line.plan({ choices, cancelHeld: true });
    expect(body).toMatchObject({ counts: { mapped: 244, needsChoice: 28, blocked: 0 } });
  });

  it.each([
    ['/from', { from: 'nowhere' }],
    ['/to', { to: '0'.repeat(64) }],
    ['/to', { to: OLD.digest }],
    ['/stages/dreaming', { stages: { dreaming: 'intake' } }],
    ['/stages/brief', { stages: { brief: 'structuring' } }],
    ['/stages/brief', { stages: { brief: ['intake'] } }],
    ['/stages/brief', { stages: { brief: 7 } }],
    ['/stages/brief/1', { stages: { brief: ['intake', 'cancelled'] } }],
    ['/choices/brief-1', { choices: { 'brief-1': 'nowhere' } }],
    ['/choices/brief-1', { choices: { 'brief-1': ['intake'] } }],
    ['/choices/brief-1', { choices: { 'brief-1': 'drafting' } }],
    ['/choices/brief-one', { choices: { 'brief-one': 'intake' } }],
    ['/choices/cancelled-1', { choices: { 'cancelled-1': 'intake' } }],
    [`/choices/${NOBODY}`, { choices: { [NOBODY]: 'intake' } }],
  ])('is not valid with a wrong %s', async (pointer, fields) => {
    const { status, body } = await line.plan(fields);
    expect([status, body]).toMatchObject([422, { errors: [{ pointer }] }]);
  });

  it('tells what would happen before the version is active, and that it cannot start yet', async () => {
    await line.admin.post(`/v1/processes/${OLD.digest}/activate`).expect(200);
    const { body } = await line.plan();
    expect(body).toMatchObject({
      whyNot: [{ code: 'process_not_active' }],
      counts: { mapped: 230 },
    });
    const started = await line.plan({ dryRun: false });
    expect([started.status, started.body]).toMatchObject([
      409,
      { code: 'process_not_active', reasons: [{ code: 'process_not_active' }] },
    ]);
  });

  it('finds every item blocked by a process of another kind', async () => {
    const { body } = await line.plan({ to: 'training', stages: {} });
    expect(body).toMatchObject({
      whyNot: [{ code: 'process_of_another_kind' }],
      counts: { mapped: 0, needsChoice: 0, blocked: 272 },
    });
  });
});

describe('a migration', () => {
  it('brings items over while the line goes on, sets aside what it cannot, and ends when all are chosen for', async () => {
    const line = await Line.in('apply');
    const intake = await line.seed('intake', 300);
    await line.seed('brief', 25, ACCEPTED);
    await line.seed('structuring', 40, BRIEFED);
    const held = await line.seed('held', 3, [...OUTLINED, claimTask]);
    await line.seed('cancelled', 4, CANCELLED);

    const id = await line.start();
    startWorker();
    // The line goes on: everybody who asks for a task gets it, before the item goes over or after.
    const claims = await Promise.all(
      intake.slice(0, 120).map(({ openTasks }) => {
        const { id: taskId } = openTasks[0]!;
        return line.admin.post(`/v1/tasks/${taskId}/claim`);
      }),
    );
    expect(claims.map(({ status }) => status)).toEqual(claims.map(() => 200));
    const first = await line.ended(id);
    expect(first).toMatchObject({
      status: 'done',
      counts: { live: 368, migrated: 340, needsChoice: 25, blocked: 3, failed: 0 },
    });
    expect([await line.pinned(NEW), await line.pinned(OLD)]).toEqual([340, 32]);

    const { body } = await line.admin.get(`/v1/items/${intake[0]!.id}`);
    expect(body).toMatchObject({ stage: 'intake', tasks: [{ status: 'claimed' }] });
    const unmigrated = await line.admin.get(
      `/v1/process-migrations/${id}/items?outcome=blocked&limit=2`,
    );
    expect(unmigrated.body).toMatchObject({
      items: [
        { stage: 'drafting', reason: expect.stringContaining('Person 1 holds') },
        { slug: expect.stringMatching(/^held-/u) },
      ],
      nextCursor: expect.any(String),
    });

    for (const { openTasks } of held) {
      await line.admin.post(`/v1/tasks/${openTasks[0]!.id}/release`).expect(200);
    }
    const choices = Object.fromEntries(
      Array.from({ length: 24 }, (_, at) => [`brief-${at + 1}`, 'outlining']),
    );
    for (const wrong of [{ 'brief-one': 'intake' }, { 'brief-1': 'drafting' }]) {
      const refused = await line.admin.post(`/v1/process-migrations/${id}/choices`, {
        choices: wrong,
      });
      const pointer = `/choices/${Object.keys(wrong)[0]}`;
      expect([refused.status, refused.body]).toMatchObject([422, { errors: [{ pointer }] }]);
    }
    await line.admin.post(`/v1/process-migrations/${id}/choices`, { choices }).expect(200);
    expect(await line.ended(id)).toMatchObject({
      counts: { live: 368, migrated: 367, needsChoice: 1, blocked: 0 },
    });
    await line.admin
      .post(`/v1/process-migrations/${id}/choices`, { stages: { brief: 'intake' } })
      .expect(200);
    expect((await line.ended(id)).counts).toMatchObject({ migrated: 368, needsChoice: 0 });
    expect([await line.pinned(NEW), await line.pinned(OLD)]).toEqual([368, 4]);

    const history = await line.admin.get(`/v1/items/${held[0]!.id}/history?limit=200`);
    expect(history.body.items.at(-1).entry).toMatchObject({
      command: { type: 'migrate', processDigest: NEW.digest, stage: 'drafting' },
      actor: { id: line.admin.id },
    });
    await line.verify();
    await workers.pop()!.stop();
  });

  it('goes on where it was after its worker is killed, and brings every item over once', async () => {
    const line = await Line.in('killed');
    await line.seed('intake', 1000);
    // Every row of the trail takes a while, so that the kill comes in the middle of it.
    await api.database.query(`
      create function dawdle() returns trigger language plpgsql as $$
        begin perform pg_sleep(0.005); return new; end $$;
      create trigger dawdle before insert on audit_entry for each row execute function dawdle()`);
    const id = await line.start();
    const worker = spawnWorker(api.database.url);
    for (;;) {
      const { migrated } = (await line.run(id)).counts;
      if (migrated > 0) break;
      await new Promise((go) => setTimeout(go, 10));
    }
    await worker.kill();
    // The database finishes what it was sent, and then finds that nobody is there any more.
    await untilSessions(api.database, `application_name = 'baton-worker'`, (count) => count === 0);
    const killed = await line.run(id);
    expect(killed.status).toBe('running');
    expect(killed.counts.migrated).toBeLessThan(1000);
    expect(killed.counts.migrated).toBe(await line.pinned(NEW));
    await api.database.query('drop trigger dawdle on audit_entry');

    // Two of them, since a worker that died may be replaced twice.
    startWorker();
    startWorker();
    expect(await line.ended(id)).toMatchObject({ status: 'done', counts: { migrated: 1000 } });
    const [row] = await api.database.query<{ count: number }>(
      `select count(*)::integer as count from audit_entry
       where workspace_id = $1 and entry::json -> 'command' ->> 'type' = 'migrate'`,
      [line.workspace.id],
    );
    expect(row!.count).toBe(1000);
    await line.verify();
    await workers.pop()!.stop();
    await workers.pop()!.stop();
  });

  it('is started and followed by the command line, which names what is left and fails while there is any', async () => {
    const line = await Line.in('followed');
    await line.seed('intake', 20);
    await line.seed('brief', 23, ACCEPTED);
    const server = { url: api.url, key: line.admin.key };
    const path = join(mkdtempSync(join(tmpdir(), 'baton-mapping-')), 'mapping.yaml');
    const mapping = { from: OLD.digest.slice(0, 12), to: 'content', stages: STAGES };
    writeFileSync(path, stringify(mapping));
    startWorker();
    const first = await baton(['process', 'migrate', path, '--apply'], server);
    expect(first.status).toBe(1);
    expect(first.errors).toContain('20 of 43 migrated');
    expect(first.output).toContain(
      'is done: 20 migrated, 23 need a choice, 0 blocked, 0 failed.\nNeed a choice:\n  brief-',
    );
    expect(first.output).toContain('\n  … and 3 more\n');

    writeFileSync(path, stringify({ ...mapping, stages: { ...STAGES, brief: 'intake' } }));
    const second = await baton(['process', 'migrate', path, '--apply'], server);
    expect([second.status, second.output]).toEqual([
      0,
      expect.stringContaining('is done: 23 migrated, 0 need a choice, 0 blocked, 0 failed.'),
    ]);
    await workers.pop()!.stop();
  });

  it('is one at a time from a version, and can be stopped and gone on with', async () => {
    const line = await Line.in('stopped');
    await line.seed('intake', 10);
    const id = await line.start();
    const second = await line.plan({ dryRun: false });
    expect([second.status, second.body]).toMatchObject([409, { code: 'migration_running' }]);
    const stopped = await line.admin.post(`/v1/process-migrations/${id}/stop`);
    expect([stopped.status, stopped.body]).toMatchObject([200, { status: 'stopped' }]);
    const again = await line.admin.post(`/v1/process-migrations/${id}/stop`);
    expect([again.status, again.body]).toMatchObject([409, { code: 'migration_not_running' }]);

    startWorker();
    await new Promise((go) => setTimeout(go, 1500));
    expect(await line.pinned(NEW)).toBe(0);
    await line.admin.post(`/v1/process-migrations/${id}/choices`).expect(200);
    expect(await line.ended(id)).toMatchObject({ status: 'done', counts: { migrated: 10 } });
    await workers.pop()!.stop();
  });

  it('stops by itself where the version that it leads to is retired meanwhile', async () => {
    const line = await Line.in('retired');
    await line.seed('intake', 10);
    const id = await line.start();
    await line.deploy(changedContent('Another one still'));
    startWorker();
    const run = await line.ended(id);
    expect(run).toMatchObject({ status: 'stopped', counts: { migrated: 0 } });
    expect(run.stoppedBecause).toContain('is not active any more');
    await workers.pop()!.stop();
  });

  it('sets an item aside that the database refuses, and brings the others over', async () => {
    const line = await Line.in('refused');
    const items = await line.seed('intake', 30);
    await api.database.query(
      `alter table item add constraint spiteful check
         (item_id <> '${items[7]!.id}' or process_digest <> '${NEW.digest}')`,
    );
    const id = await line.start();
    startWorker();
    expect(await line.ended(id)).toMatchObject({
      status: 'done',
      counts: { migrated: 29, failed: 1 },
    });
    const { body } = await line.admin.get(`/v1/process-migrations/${id}/items`);
    expect(body.items).toMatchObject([
      { slug: 'intake-8', outcome: 'failed', reason: expect.stringContaining('spiteful') },
    ]);
    await line.verify();
    await workers.pop()!.stop();
  });
});
