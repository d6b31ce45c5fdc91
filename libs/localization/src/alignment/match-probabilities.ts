/** Two lists of which one is the translation of the other, as far as it goes. */
export interface AlignmentTask {
  /** how many there are */
  sources: number;
  targets: number;
  /**
   * How much more likely it is to see these two as translations of each other than by chance, as a natural logarithm;
   * minus infinity where they cannot be.
   */
  evidence: (source: number, target: number) => number;
}

export interface AlignedPair {
  source: number;
  target: number;
  /** probability that they are translations of each other, 0 to 1 */
  score: number;
}

/** Asked for in every cell of the table. */
const { exp, log, max } = Math;

/** Cells of the table at most; where all pairs are more, only those at about the same place are looked at. */
const MOST_CELLS = 1_000_000;
/** Places to each side that are looked at even in the longest texts. */
const LEAST_REACH = 50;

/**
 * Chances that the next is a pair, or only in one of the texts. What is only in one text comes in rows: a section that
 * was added, say. These are the usual ones of translations that lag: one in thirty begins such a row.
 */
const OPEN = log(0.03);
const PAIR_AFTER_PAIR = log(1 - 2 * 0.03);
const STAY = log(0.5);
const PAIR_AFTER_SOURCE = log(0.4);
const TARGET_AFTER_SOURCE = log(0.1);
const PAIR_AFTER_TARGET = log(0.5);

/**
 * Pairs that are more likely than all ways without them together, which is why they never cross: a pair hidden Markov
 * model with three states (pair, only source, only target), summed over all its ways (forward–backward; Durbin et al.,
 * "Biological Sequence Analysis", chapter 4). Unlike the one best way, it knows where two ways are as good.
 */
export function likelyPairs(task: AlignmentTask, least: number): AlignedPair[] {
  if (task.sources === 0 || task.targets === 0) return [];
  const band = bandOf(task);
  const evidence = evidenceIn(band, task);
  const behind = waysBehind(band, evidence);
  const total = behind[0]!;
  return pairsAlong({ band, evidence, behind, total, least: max(least, 0.5) });
}

/** Which cells are looked at: in each row `width` from `first(row)` on. */
interface Band {
  rows: number;
  columns: number;
  width: number;
  first: (row: number) => number;
}

function bandOf({ sources, targets }: AlignmentTask): Band {
  const [rows, columns] = [sources + 1, targets + 1];
  const width = Math.min(columns, max(2 * LEAST_REACH, Math.floor(MOST_CELLS / rows)));
  const first = (row: number) => {
    const middle = Math.round((row * targets) / sources);
    return max(0, Math.min(columns - width, middle - (width >> 1)));
  };
  return { rows, columns, width, first };
}

function evidenceIn({ rows, columns, width, first }: Band, task: AlignmentTask): Float32Array {
  const evidence = new Float32Array(rows * width).fill(-Infinity);
  for (let row = 0; row < rows - 1; row += 1) {
    const start = first(row);
    const end = Math.min(start + width, columns - 1);
    for (let column = start; column < end; column += 1) {
      evidence[row * width + column - start] = task.evidence(row, column);
    }
  }
  return evidence;
}

/** For each cell the sum over all ways from it to the end, right after a pair. */
function waysBehind(band: Band, evidence: Float32Array): Float64Array {
  const { rows, columns, width, first } = band;
  const behind = new Float64Array(rows * width).fill(-Infinity);
  let sourceBelow = new Float64Array(width).fill(-Infinity);
  for (let row = rows - 1; row >= 0; row -= 1) {
    const source = new Float64Array(width).fill(-Infinity);
    const shift = row === rows - 1 ? 0 : first(row + 1) - first(row);
    let target = -Infinity;
    for (let at = width - 1; at >= 0; at -= 1) {
      const cell = row * width + at;
      if (row === rows - 1 && first(row) + at === columns - 1) {
        behind[cell] = source[at] = target = 0;
        continue;
      }
      const next = at + 1 - shift;
      const pair =
        row < rows - 1 && next >= 0 && next < width
          ? evidence[cell]! + behind[(row + 1) * width + next]!
          : -Infinity;
      const down = at - shift >= 0 ? sourceBelow[at - shift]! : -Infinity;
      behind[cell] = sum(PAIR_AFTER_PAIR + pair, OPEN + down, OPEN + target);
      source[at] = sum(PAIR_AFTER_SOURCE + pair, STAY + down, TARGET_AFTER_SOURCE + target);
      target = sum(PAIR_AFTER_TARGET + pair, STAY + target, -Infinity);
    }
    sourceBelow = source;
  }
  return behind;
}

interface Ways {
  band: Band;
  evidence: Float32Array;
  behind: Float64Array;
  total: number;
  least: number;
}

/** Goes forward through the same cells and reads off each pair how likely it is. */
function pairsAlong({ band, evidence, behind, total, least }: Ways): AlignedPair[] {
  const { rows, width, first } = band;
  const pairs: AlignedPair[] = [];
  let above = emptyRow(width);
  for (let row = 0; row < rows; row += 1) {
    const here = emptyRow(width);
    const shift = row === 0 ? 0 : first(row) - first(row - 1);
    for (let at = 0; at < width; at += 1) {
      if (row === 0 && at === 0) here.pair[at] = 0;
      const up = at + shift;
      if (row > 0 && up - 1 >= 0 && up - 1 < width) {
        const before = up - 1;
        here.pair[at] =
          evidence[(row - 1) * width + before]! +
          sum(
            PAIR_AFTER_PAIR + above.pair[before]!,
            PAIR_AFTER_SOURCE + above.source[before]!,
            PAIR_AFTER_TARGET + above.target[before]!,
          );
        const score = exp(here.pair[at]! + behind[row * width + at]! - total);
        if (score > least) {
          const column = first(row) + at;
          pairs.push({ source: row - 1, target: column - 1, score: Math.min(1, score) });
        }
      }
      if (row > 0 && up < width) {
        here.source[at] = sum(OPEN + above.pair[up]!, STAY + above.source[up]!, -Infinity);
      }
      if (at > 0) {
        here.target[at] = sum(
          OPEN + here.pair[at - 1]!,
          TARGET_AFTER_SOURCE + here.source[at - 1]!,
          STAY + here.target[at - 1]!,
        );
      }
    }
    above = here;
  }
  return pairs;
}

function emptyRow(width: number) {
  const empty = () => new Float64Array(width).fill(-Infinity);
  return { pair: empty(), source: empty(), target: empty() };
}

/** The logarithm of a sum of three whose logarithms these are. */
function sum(one: number, two: number, three: number): number {
  const most = max(one, two, three);
  if (most === -Infinity) return most;
  return most + log(exp(one - most) + exp(two - most) + exp(three - most));
}
