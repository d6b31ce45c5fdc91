import { catchUpOutbox, expireTasks, forgetOldAnswers, forgetSignIns, migrateItems } from '#engine';
import type { DataSource } from 'typeorm';
import { signingKeyFrom } from './audit-key/private-key.js';
import { signCheckpointsDuty } from './sign-checkpoints-duty.js';
import type { WorkerSettings } from './settings.js';

/** Something that happens without a person, again and again. */
export interface Duty {
  /** milliseconds between two runs */
  everyMs: number;
  /** May run twice at once or be killed half-way without harm; gives what it did, for the log. */
  run: (dataSource: DataSource) => Promise<Record<string, number>>;
}

const SECOND_MS = 1000;
const HOUR_MS = 3_600_000;
const HALF_A_MINUTE_MS = 30_000;

/** Every duty of the worker, by the name of its job. */
export const DUTIES: Record<string, Duty> = {
  /** Answers kept under an Idempotency-Key are kept for 24 hours. */
  forget_old_answers: {
    everyMs: HOUR_MS,
    run: async (dataSource) => ({ forgotten: await forgetOldAnswers(dataSource) }),
  },
  /** Sessions end after a day, sign-ins that nobody finishes after minutes. */
  forget_sign_ins: {
    everyMs: HOUR_MS,
    run: async (dataSource) => ({ forgotten: await forgetSignIns(dataSource) }),
  },
  /** Items go over to another version of their process as the runs of enablement say. */
  migrate_items: { everyMs: SECOND_MS, run: migrateItems },
  /** A baton that nobody accepts in time lies dropped; the silence of the consulted is no objection. */
  expire_tasks: {
    everyMs: HALF_A_MINUTE_MS,
    run: async (dataSource) => ({ expired: await expireTasks(dataSource) }),
  },
  /** What a process of the release before wrote has no row in the outbox. */
  catch_up_outbox: {
    everyMs: HOUR_MS,
    run: async (dataSource) => ({ found: await catchUpOutbox(dataSource) }),
  },
};

/** The duties of a worker with these settings. Throws a sentence where its key cannot be read. */
export function dutiesFor(settings: WorkerSettings): Record<string, Duty> {
  return { ...DUTIES, sign_checkpoints: signCheckpointsDuty(signingKeyFrom(settings)) };
}
