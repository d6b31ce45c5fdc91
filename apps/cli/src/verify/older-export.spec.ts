import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { ExportVerifier } from './export-verifier.js';

/** What release 0.1.0 wrote was true then and has to hold with today's code. */
function linesOf(name: string): string[] {
  const file = new URL(`../../../../test/trails/${name}`, import.meta.url);
  return readFileSync(file, 'utf8').trimEnd().split('\n');
}

/** An export of its demonstration, and random walks by its rules through its processes. */
const LINES = linesOf('0.1.0.ndjson');
const WALKS = linesOf('0.1.0-walks.ndjson');

/** What a line tells of: the place of a text in it that a hash or another line vouches for. */
const SEALED = LINES.flatMap((line, place) => {
  const { entry, revision, process } = JSON.parse(line) as Record<string, Vouched | undefined>;
  if (entry !== undefined) return [{ place, of: 'entry', field: 'text', ...entry }];
  if (revision !== undefined) return [{ place, of: 'revision', field: 'body', ...revision }];
  if (process !== undefined) return [{ place, of: 'process', field: 'definition', ...process }];
  return [];
});

interface Vouched {
  itemId?: string;
  seq?: number;
  number?: number;
  digest?: string;
}

function verified(lines: string[]) {
  const verifier = new ExportVerifier();
  const faults = lines.flatMap((line) => verifier.take(line));
  return { faults, summary: verifier.finish() };
}

/** The export with one character of a line's text replaced by another. */
function altered({ place, of, field }: (typeof SEALED)[number], at: number): string[] {
  const line = JSON.parse(LINES[place]!) as Record<string, Record<string, string>>;
  const text = line[of]![field]!;
  const index = at % text.length;
  const other = text[index] === '0' ? '1' : '0';
  line[of]![field] = text.slice(0, index) + other + text.slice(index + 1);
  return LINES.with(place, JSON.stringify(line));
}

/** The fault that has to be named first once that text is another one. */
function faultIn({ of, itemId, seq, number, digest }: (typeof SEALED)[number]): RegExp {
  if (of === 'process') return new RegExp(`^process ${digest}: its definition was edited$`, 'u');
  const what =
    of === 'entry'
      ? `row ${seq}: its text does not match its hash`
      : `revision ${number}: its text does not match its digest`;
  return new RegExp(`^item ${itemId} \\S+ \\S+: ${what}$`, 'u');
}

describe('an export that release 0.1.0 wrote', () => {
  it('still holds, every trail of it', () => {
    expect(verified(LINES)).toEqual({
      faults: [],
      summary: { items: 6, entries: 55, revisions: 4, faults: 0, whole: true, log: null },
    });
  });

  it('still holds where it kept approvals that an edit would take away today', () => {
    const { faults, summary } = verified(WALKS);
    expect(faults).toEqual([]);
    expect(summary).toMatchObject({ items: 8, faults: 0, whole: true });
  });

  it('names the row, the text or the process of which a single character was altered', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SEALED), fc.nat(), (sealed, at) => {
        expect(verified(altered(sealed, at)).faults[0]).toMatch(faultIn(sealed));
      }),
      { numRuns: 40 },
    );
  });

  it('names the item whose own row is another one than its trail leads to', () => {
    const place = LINES.findIndex((line) => line.startsWith('{"item"'));
    const line = JSON.parse(LINES[place]!) as { item: { itemId: string; stored: object } };
    const { item } = line;
    const forged = { item: { ...item, stored: { ...item.stored, stage: 'retired' } } };
    const { faults, summary } = verified(LINES.with(place, JSON.stringify(forged)));
    expect(faults).toEqual([
      expect.stringMatching(
        new RegExp(
          `^item ${item.itemId} .*: the item's own row or tasks were edited: stage: stored "retired"`,
          'u',
        ),
      ),
    ]);
    expect(summary.faults).toBe(1);
  });

  it('names a revision that is called otherwise, or stands with an item that is not its own', () => {
    const place = LINES.findIndex((line) => line.startsWith('{"revision"'));
    const { revision } = JSON.parse(LINES[place]!) as { revision: { itemId: string } };
    const changed = (fields: object) =>
      verified(LINES.with(place, JSON.stringify({ revision: { ...revision, ...fields } }))).faults;
    expect(changed({ number: 7 })).toEqual([
      expect.stringMatching(
        new RegExp(`^item ${revision.itemId} .*: revision 1: missing, or called 7$`, 'u'),
      ),
    ]);
    expect(changed({ itemId: 'another' })).toEqual([
      'item another: revision 1: it does not stand with its item',
      expect.stringContaining(`item ${revision.itemId}`),
    ]);
  });

  it('is not whole without its last line', () => {
    expect(verified(LINES.slice(0, -1)).summary.whole).toBe(false);
  });
});
