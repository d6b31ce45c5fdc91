import {
  type InlineText,
  LEAST_SCORE,
  likenessTo,
  matchScore,
  plainText,
  readTagged,
  wantedClues,
} from '#localization';
import type { Queryable } from '../queryable.js';
import {
  FIND_LIKE,
  FIND_TARGETS,
  type FoundSource,
  type FoundTarget,
} from './look-up-statement.js';
import { type MemoryScope, scopeText } from './memory-row.js';

/** A text that a translation is looked for, with the hashes of the texts around it; null at the edge of the body. */
export interface WantedUnit {
  hash: string;
  source: InlineText;
  previousHash: string | null;
  nextHash: string | null;
}

/** `context`: the same source between the same texts; `exact`: the same source; `fuzzy`: one like it. */
export const MATCH_KINDS = ['context', 'exact', 'fuzzy'] as const;
export type MatchKind = (typeof MATCH_KINDS)[number];

/** An approved translation that may serve for a unit. */
export interface MemoryMatch {
  kind: MatchKind;
  /** 101 in context, 100 exact, below that by `matchScore` */
  score: number;
  source: InlineText;
  /** tagged; its tags stand for codes of `source` */
  target: string;
  itemId: string;
  key: string;
  approvedAt: Date;
}

export interface LookUp extends MemoryScope {
  /** 500 at most */
  units: WantedUnit[];
  /** score of a match, from `LEAST_SCORE` to 100; 100 looks for equal texts only */
  least?: number;
  /** matches of a unit, 1–20 */
  most?: number;
}

const MOST_UNITS = 500;

/**
 * For each unit what the memory has for it, the best first, and of equal ones the newest; each translation once, and of a
 * text that is only like it the newest. Two round trips, however many units. Throws RangeError beyond the limits.
 */
export async function lookUp(db: Queryable, wanted: LookUp): Promise<MemoryMatch[][]> {
  const { units, least = LEAST_SCORE, most = 5 } = wanted;
  within('units', units.length, [0, MOST_UNITS]);
  within('least score', least, [LEAST_SCORE, 100]);
  within('matches of a unit', most, [1, 20]);
  if (units.length === 0) return [];
  const like = least === 100 ? [] : await findLike(db, { ...wanted, least, most });
  const texts = [...units.map((unit, index) => sameAs(unit, index)), ...like];
  const found = await findTargets(db, wanted, texts);
  const matches = units.map((): MemoryMatch[] => []);
  for (const row of found) {
    const { unit, score, source } = texts[row.text - 1]!;
    matches[unit]!.push(matchOf(row, { score, source }));
  }
  return matches.map((each) => bestOf(each, most));
}

/** A known text for a unit: the same one, or one like it. */
interface KnownText {
  /** 0 is the first unit */
  unit: number;
  hash: string;
  score: number;
  source: InlineText;
  /** null: it is not asked for in a context */
  between: [previous: string, next: string] | null;
}

function sameAs({ hash, source, previousHash, nextHash }: WantedUnit, unit: number): KnownText {
  return { unit, hash, score: 100, source, between: [previousHash ?? '', nextHash ?? ''] };
}

/** The texts that are most like each unit, as many as matches are wanted. */
async function findLike(
  db: Queryable,
  { units, least, most, ...scope }: Required<LookUp>,
): Promise<KnownText[]> {
  const options = { scope: scopeText(scope), least };
  const wanted = units
    .map(({ hash, source }, unit) => ({ unit, hash, ...wantedClues(plainText(source), options) }))
    .filter(({ clues }) => clues.length > 0);
  if (wanted.length === 0) return [];
  const { rows } = await db.query<FoundSource>({
    ...FIND_LIKE,
    values: [
      ...valuesOf(scope),
      wanted.map(({ unit }) => unit),
      wanted.map(({ hash }) => hash),
      wanted.map(({ words }) => words),
      wanted.map(({ leastWords }) => leastWords),
      wanted.map(({ mostWords }) => mostWords),
      wanted.map(({ clues }) => `{${clues.join(',')}}`),
    ],
  });
  const isLike = units.map(({ source }) => likenessTo(plainText(source), least));
  const texts = rows.flatMap(({ unit, hash, source, codes }): KnownText[] => {
    const known = readTagged(source, codes);
    if (!isLike[unit]!(plainText(known))) return [];
    // Equal tags for codes of other types are another text: its hash says so.
    const score = Math.min(99, matchScore(units[unit]!.source, known));
    return [{ unit, hash, score, source: known, between: null }];
  });
  const best = texts
    .filter(({ score }) => score >= least)
    .toSorted((one, other) => other.score - one.score);
  const taken = units.map(() => 0);
  return best.filter(({ unit }) => (taken[unit]! += 1) <= most);
}

async function findTargets(
  db: Queryable,
  scope: MemoryScope,
  texts: KnownText[],
): Promise<FoundTarget[]> {
  const { rows } = await db.query<FoundTarget>({
    ...FIND_TARGETS,
    values: [
      ...valuesOf(scope),
      texts.map(({ hash }) => hash),
      texts.map(({ between }) => between?.[0] ?? null),
      texts.map(({ between }) => between?.[1] ?? null),
      texts.map(({ between }) => (between === null ? 1 : MOST_UNITS)),
    ],
  });
  return rows;
}

function valuesOf({ workspaceId, sourceLocale, targetLocale }: MemoryScope): string[] {
  return [workspaceId, sourceLocale, targetLocale];
}

function matchOf(
  { inContext, target, itemId, key, approvedAt }: FoundTarget,
  { score, source }: { score: number; source: InlineText },
): MemoryMatch {
  const rest = { source, target, itemId, key, approvedAt };
  if (inContext) return { kind: 'context', score: 101, ...rest };
  return { kind: score === 100 ? 'exact' : 'fuzzy', score, ...rest };
}

function bestOf(matches: MemoryMatch[], most: number): MemoryMatch[] {
  const best = matches.toSorted(
    (one, other) =>
      other.score - one.score || other.approvedAt.getTime() - one.approvedAt.getTime(),
  );
  const first = new Map<string, MemoryMatch>();
  for (const match of best) {
    if (!first.has(match.target)) first.set(match.target, match);
  }
  return [...first.values()].slice(0, most);
}

function within(what: string, found: number, [from, to]: [number, number]): void {
  if (found >= from && found <= to) return;
  throw new RangeError(`Expected ${from} to ${to} as ${what}; found ${found}.`);
}
