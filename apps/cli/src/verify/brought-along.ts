import { readVerifier } from '#domain';
import { readFileSync } from 'node:fs';
import { FailedRun } from '../failed-run.js';
import type { Brought } from './log.js';

/** Reads what an auditor brings along: a verifier string, and files with checkpoints. */
export function broughtAlong(options: { auditKey?: string; checkpoint?: string[] }): Brought {
  const { auditKey, checkpoint = [] } = options;
  const pinned = auditKey === undefined ? null : readVerifier(auditKey);
  if (auditKey !== undefined && pinned === null) {
    throw new FailedRun(
      `--audit-key: expected a key as GET /v1/audit/keys shows it (name+id+key); found "${auditKey}".`,
    );
  }
  return { pinned, kept: checkpoint.map((name) => ({ name, note: noteIn(name) })) };
}

/** The note in a file: as it is, or in the JSON of a checkpoint or of a fact, as a webhook brings it. */
function noteIn(file: string): string {
  const text = textOf(file);
  if (!text.trimStart().startsWith('{')) return text;
  try {
    const { note, data } = JSON.parse(text) as { note?: unknown; data?: { note?: unknown } };
    const found = note ?? data?.note;
    if (typeof found === 'string') return found;
  } catch {
    // Falls through to the same answer: what cannot be read holds no note.
  }
  throw new FailedRun(
    `--checkpoint: expected a signed note in ${file}, or JSON with one as "note".`,
  );
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new FailedRun(`--checkpoint: ${(error as Error).message}`);
  }
}
