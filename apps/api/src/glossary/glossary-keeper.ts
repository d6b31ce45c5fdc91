import { type Problem, refuse, whyNotRouted } from '#domain';
import {
  type Caller,
  type GlossaryChange,
  type GlossaryTerm,
  GlossaryTermEntity,
  lockGlossary,
  newId,
  saveGlossaryTerms,
} from '#engine';
import { repeatedTarget, tidyWord } from '#localization';
import { type EntityManager, In } from 'typeorm';
import { notFound, notValid, refused } from '../http/problem.js';
import { keyOf, type ListedTerm } from './glossary-csv.js';
import type { GlossaryImportView } from './glossary.dto.js';

/** A term as its row has it. */
export function glossaryTermOf(row: GlossaryTermEntity): GlossaryTerm {
  const { id, sourceLocale, targetLocale, source, targets, caseSensitive, note, version } = row;
  return { id, sourceLocale, targetLocale, source, targets, caseSensitive, note, version };
}

/** Writes a new term. Throws 403, or 422 for words that stand twice; the unique index says whether it is there already. */
export async function addTerm(
  manager: EntityManager,
  caller: Caller,
  given: Omit<GlossaryTerm, 'id' | 'version'>,
): Promise<GlossaryTerm> {
  requireKeeper(caller, given.targetLocale);
  const term = { id: newId(), ...tidied(given), version: 1 };
  await lockGlossary(manager, caller.workspaceId);
  await saveGlossaryTerms(manager, caller, [{ before: null, after: term }]);
  return term;
}

/** Which term, and the version of it that was seen; null: whichever it is at. */
export interface SeenTerm {
  id: string;
  expectedVersion: number | null;
}

/** Changes a term. Throws 404, 403, 412 or 422; what is so already stays as it is. */
export async function changeTerm(
  manager: EntityManager,
  caller: Caller,
  seen: SeenTerm,
  changes: Partial<Pick<GlossaryTerm, 'source' | 'targets' | 'caseSensitive' | 'note'>>,
): Promise<GlossaryTerm> {
  const before = await heldTerm(manager, caller, seen);
  const after = tidied({ ...before, ...changes });
  if (isSame(before, after)) return before;
  const changed = { ...after, version: before.version + 1 };
  await saveGlossaryTerms(manager, caller, [{ before, after: changed }]);
  return changed;
}

/** Takes a term away; its history stays. Throws 404, 403 or 412. */
export async function removeTerm(
  manager: EntityManager,
  caller: Caller,
  seen: SeenTerm,
): Promise<void> {
  const before = await heldTerm(manager, caller, seen);
  await saveGlossaryTerms(manager, caller, [{ before, after: null }]);
}

/** Writes the terms of a file that are new or others than before, all of them or, throwing 403, none. */
export async function importTerms(
  manager: EntityManager,
  caller: Caller,
  listed: ListedTerm[],
): Promise<GlossaryImportView> {
  for (const locale of new Set(listed.map(({ targetLocale }) => targetLocale))) {
    requireKeeper(caller, locale);
  }
  await lockGlossary(manager, caller.workspaceId);
  const rows = await manager.findBy(GlossaryTermEntity, {
    workspaceId: caller.workspaceId,
    targetLocale: In([...new Set(listed.map(({ targetLocale }) => targetLocale))]),
  });
  const known = new Map(rows.map((row) => [keyOf(row), glossaryTermOf(row)]));
  const changes = listed.flatMap(({ line: _, ...term }): GlossaryChange[] => {
    const before = known.get(keyOf(term)) ?? null;
    if (before === null) return [{ before, after: { id: newId(), ...term, version: 1 } }];
    const after = { ...before, ...term };
    return isSame(before, after)
      ? []
      : [{ before, after: { ...after, version: before.version + 1 } }];
  });
  if (changes.length > 0) await saveGlossaryTerms(manager, caller, changes);
  const created = changes.filter(({ before }) => before === null).length;
  return {
    created,
    changed: changes.length - created,
    unchanged: listed.length - changes.length,
  };
}

/** Throws 403 for who may keep no term at all, before anything is read of what they send. */
export function requireSomeKeeper({ actor }: Caller): void {
  const unrouted = whyNotRouted(actor, { functions: KEEPERS, locale: null });
  if (unrouted !== null) throw refused(refuse('forbidden', unrouted), []);
}

const KEEPERS = ['regional', 'enablement'];

/** Throws 403 for who neither is a regional person for this locale nor works in enablement. */
function requireKeeper({ actor }: Caller, locale: string): void {
  const unrouted = whyNotRouted(actor, { functions: KEEPERS, locale });
  if (unrouted !== null) throw refused(refuse('forbidden', unrouted), []);
}

async function heldTerm(
  manager: EntityManager,
  caller: Caller,
  { id, expectedVersion }: SeenTerm,
): Promise<GlossaryTerm> {
  const { workspaceId } = caller;
  await lockGlossary(manager, workspaceId);
  const row = await manager.findOneBy(GlossaryTermEntity, { workspaceId, id });
  if (row === null) throw notFound('term');
  requireKeeper(caller, row.targetLocale);
  if (expectedVersion === null || expectedVersion === row.version) return glossaryTermOf(row);
  throw refused(
    refuse('stale', {
      code: 'stale_version',
      detail: `Expected version ${expectedVersion}; the term is at version ${row.version} by now. Read it again and decide anew.`,
      remedy: 'Read the term again, and send If-Match with its present ETag.',
    }),
    [],
  );
}

/** Its words as they are kept. Throws 422 where one stands twice. */
function tidied<Term extends Pick<GlossaryTerm, 'source' | 'targets' | 'caseSensitive'>>(
  term: Term,
): Term {
  const targets = term.targets.map(({ text, status }) => ({ text: tidyWord(text), status }));
  const repeated = repeatedTarget({ targets, caseSensitive: term.caseSensitive });
  if (repeated === null) return { ...term, source: tidyWord(term.source), targets };
  const problem: Problem = {
    pointer: `/targets/${repeated}/text`,
    code: 'not_valid',
    detail: `Expected each word once; found ${JSON.stringify(targets[repeated]!.text)} again.`,
  };
  throw notValid([problem]);
}

function isSame(one: GlossaryTerm, other: GlossaryTerm): boolean {
  const words = ({ source, targets, caseSensitive, note }: GlossaryTerm) =>
    JSON.stringify([
      source,
      targets.map(({ text, status }) => [text, status]),
      caseSensitive,
      note,
    ]);
  return words(one) === words(other);
}
