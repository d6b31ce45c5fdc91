import type { CodeType } from '../text/unit.js';
import type { Mark } from './inline-text.js';

/** What elements inside of a text mean; what is not among them is `html`. */
const TYPES = new Map<string, CodeType>([
  ['a', 'link'],
  ['b', 'strong'],
  ['br', 'break'],
  ['code', 'code'],
  ['del', 'strike'],
  ['em', 'emphasis'],
  ['i', 'emphasis'],
  ['img', 'image'],
  ['s', 'strike'],
  ['samp', 'code'],
  ['strike', 'strike'],
  ['strong', 'strong'],
  ['tt', 'code'],
  ['var', 'code'],
  ['wbr', 'break'],
]);

/** Elements without an end. */
export const VOID: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

const TAG_NAME = /<\/?([a-z][^\s/>]{0,40})/iuy;

/** The mark of a tag, a comment or whatever else stands between `<` and `>` here. */
export function tagMark(text: string, { from, to }: { from: number; to: number }): Mark {
  TAG_NAME.lastIndex = from;
  const name = TAG_NAME.exec(text)?.[1]?.toLowerCase();
  if (name === undefined) return { from, to, role: 'alone', type: 'html' };
  const type = TYPES.get(name) ?? 'html';
  if (VOID.has(name) || text[to - 2] === '/') return { from, to, role: 'alone', type };
  return { from, to, role: text[from + 1] === '/' ? 'close' : 'open', type, tag: name };
}
