import { codesOf } from '../text/tagged.js';
import type { InlineCode, InlineText } from '../text/unit.js';
import type { CheckCode, CheckFinding } from './finding.js';
import { named, shortened, tagOf } from './named-code.js';
import { misnestedPairs } from './nesting.js';

/** Characters of an order of codes that a sentence shows. */
const LONGEST_ORDER = 100;

/**
 * Compares the codes of a translation with those of its source: each as often as there, pairs closed behind where they
 * open and within each other, none of its own. Another order is a warning, since languages differ; all else breaks the
 * body. A code that is `optional` may be missing. What is wrong in the source already is not told again.
 */
export function checkCodes(source: InlineText, target: InlineText): CheckFinding[] {
  const wanted = codesById(source);
  const found = codesById(target);
  return [
    ...[...wanted].flatMap(([id, codes]) => missing(codes, found.get(id) ?? [])),
    ...[...found].flatMap(([id, codes]) => tooMany(wanted.get(id) ?? [], codes)),
    ...misnested({ source, target, wanted }),
    ...reordered(source, target),
  ];
}

function codesById(text: InlineText): Map<number, InlineCode[]> {
  const codes = new Map<number, InlineCode[]>();
  for (const part of text) {
    if (typeof part === 'string') continue;
    const known = codes.get(part.id);
    if (known === undefined) codes.set(part.id, [part]);
    else known.push(part);
  }
  return codes;
}

function missing(wanted: InlineCode[], found: InlineCode[]): CheckFinding[] {
  const absent = wanted.filter(({ kind }) => timesOf(kind, found) === 0);
  if (absent.length === 0) return [];
  const isWhole = absent.length === wanted.length;
  if (isWhole && wanted.every(({ optional }) => optional === true)) return [];
  const detail = isWhole
    ? `${named(wanted)} is missing from the translation.`
    : `Of ${named(wanted)}, the translation has only one half: ${tagOf(absent[0]!)} is missing.`;
  return [problem('code_missing', detail, absent)];
}

function tooMany(wanted: InlineCode[], found: InlineCode[]): CheckFinding[] {
  const findings: CheckFinding[] = [];
  const unknown = found.filter(({ kind }) => timesOf(kind, wanted) === 0);
  if (unknown.length > 0) {
    const detail = `${tagOf(unknown[0]!)} stands in the translation, but the source has no such code.`;
    findings.push(problem('code_unknown', detail, unknown));
  }
  const doubled = wanted.filter(({ kind }) => timesOf(kind, found) > timesOf(kind, wanted));
  if (doubled.length > 0) {
    const most = Math.max(...doubled.map(({ kind }) => timesOf(kind, found)));
    const times = `${most} times in the translation instead of once`;
    findings.push(problem('code_doubled', `${named(wanted)} stands ${times}.`, doubled));
  }
  return findings;
}

interface Compared {
  source: InlineText;
  target: InlineText;
  /** the codes of the source */
  wanted: Map<number, InlineCode[]>;
}

function misnested({ source, target, wanted }: Compared): CheckFinding[] {
  const { turned, crossing } = misnestedPairs(target);
  const known = misnestedPairs(source);
  const findings: CheckFinding[] = [];
  for (const id of turned) {
    const pair = wanted.get(id);
    if (pair === undefined || known.turned.has(id)) continue;
    const detail = `${named(pair)} is closed before it is opened.`;
    findings.push(problem('codes_misnested', detail, pair));
  }
  for (const [id, around] of crossing) {
    const [pair, outer] = [wanted.get(id), wanted.get(around)];
    if (pair === undefined || outer === undefined || known.crossing.has(id)) continue;
    const detail = `${named(pair)} begins inside ${named(outer)} and must end there too.`;
    findings.push(problem('codes_misnested', detail, [...pair, ...outer]));
  }
  return findings;
}

function reordered(source: InlineText, target: InlineText): CheckFinding[] {
  const [wanted, found] = [idsOf(codesOf(source)), idsOf(codesOf(target))];
  const [inSource, inTarget] = [new Set(wanted), new Set(found)];
  const before = wanted.filter((id) => inTarget.has(id));
  const after = found.filter((id) => inSource.has(id));
  const ids = after.filter((id, index) => id !== before[index]);
  if (ids.length === 0) return [];
  const codes = new Map(codesOf(source).map((code) => [code.id, code]));
  const order = (each: number[]) =>
    shortened(each.map((id) => tagOf(codes.get(id)!)).join(' '), LONGEST_ORDER);
  const detail = `The codes stand in another order than in the source: ${order(after)} instead of ${order(before)}.`;
  return [{ code: 'codes_reordered', severity: 'warning', detail, ids }];
}

function problem(code: CheckCode, detail: string, codes: InlineCode[]): CheckFinding {
  return { code, severity: 'error', detail, ids: idsOf(codes) };
}

function idsOf(codes: InlineCode[]): number[] {
  return [...new Set(codes.map(({ id }) => id))];
}

function timesOf(kind: InlineCode['kind'], codes: InlineCode[]): number {
  return codes.filter((code) => code.kind === kind).length;
}
