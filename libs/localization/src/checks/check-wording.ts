import { plainText, wordsIn } from '../text/segmented.js';
import { taggedText } from '../text/tagged.js';
import type { InlineText } from '../text/unit.js';
import type { CheckCode, CheckFinding } from './finding.js';
import { shortened } from './named-code.js';
import { numbersIn } from './numbers.js';

/** Words up to which a translation may well be its source: names, brands. */
const MOST_WORDS_ALIKE = 3;
/** Numbers that a sentence shows. */
const LONGEST_LIST = 60;

/**
 * What is odd about a translation in any language, as warnings: it is empty or its source, begins or ends with other
 * space, or lacks a number. Numbers may be written in digits of any script and with other marks between them; one that
 * is written in words is told as missing.
 */
export function checkWording(source: InlineText, target: InlineText): CheckFinding[] {
  const [from, to] = [plainText(source), plainText(target)];
  if (from.trim() === '') return [];
  if (to.trim() === '') return [warning('target_empty', 'The translation has no words.')];
  return [...isSource(source, target), ...otherSpace(source, target), ...lostNumbers(from, to)];
}

function isSource(source: InlineText, target: InlineText): CheckFinding[] {
  if (taggedText(source) !== taggedText(target)) return [];
  if (wordsIn(plainText(source)).length <= MOST_WORDS_ALIKE) return [];
  return [warning('target_is_source', 'The translation is the source, word for word.')];
}

function otherSpace(source: InlineText, target: InlineText): CheckFinding[] {
  const [from, to] = [edgesOf(source), edgesOf(target)];
  return (['begins', 'ends'] as const)
    .filter((edge) => from[edge] !== to[edge])
    .map((edge) =>
      warning(
        'space_differs',
        `The source ${edge} with ${inWords(from[edge])}, the translation with ${inWords(to[edge])}.`,
      ),
    );
}

function edgesOf(text: InlineText): { begins: string; ends: string } {
  const [first, last] = [text[0], text.at(-1)];
  return {
    begins:
      typeof first === 'string' ? first.slice(0, first.length - first.trimStart().length) : '',
    ends: typeof last === 'string' ? last.slice(last.trimEnd().length) : '',
  };
}

function inWords(space: string): string {
  if (space === '') return 'no space';
  if (space === ' ') return 'a space';
  return [...space].every((each) => each === ' ')
    ? `${space.length} spaces`
    : 'space of another kind';
}

function lostNumbers(source: string, target: string): CheckFinding[] {
  const found = numbersIn(target);
  const known = new Set(found.flatMap(({ digits, groups }) => [digits, ...groups]));
  const lost = numbersIn(source).filter(
    ({ digits, groups }) => !known.has(digits) && !groups.every((group) => known.has(group)),
  );
  if (lost.length === 0) return [];
  const list = [...new Set(lost.map(({ written }) => written))].join(', ');
  const detail = `The translation lacks numbers of the source: ${shortened(list, LONGEST_LIST)}.`;
  return [warning('number_missing', detail)];
}

function warning(code: CheckCode, detail: string): CheckFinding {
  return { code, severity: 'warning', detail, ids: [] };
}
