/** A word, or what stands between words and is not to be touched. */
export interface WordPart {
  text: string;
  isWord: boolean;
}

/** Entities and addresses, and words. */
const TOKEN = /&[A-Za-z0-9#]{1,32};|(?:https?:\/\/|www\.)\S+|[\p{L}\p{M}]+/giu;
const IS_WORD = /^[\p{L}\p{M}]+$/u;

/** The parts of a text in their order, together all of it. What stands in braces, however deep, is no word. */
export function wordParts(text: string): WordPart[] {
  const parts: WordPart[] = [];
  let start = 0;
  for (const { open, end } of placeholdersIn(text)) {
    parts.push(...outsideOfBraces(text.slice(start, open)));
    parts.push({ text: text.slice(open, end), isWord: false });
    start = end;
  }
  parts.push(...outsideOfBraces(text.slice(start)));
  return parts;
}

function outsideOfBraces(text: string): WordPart[] {
  const parts: WordPart[] = [];
  let end = 0;
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (index > end) parts.push({ text: text.slice(end, index), isWord: false });
    parts.push({ text: token, isWord: IS_WORD.test(token) });
    end = index + token.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end), isWord: false });
  return parts;
}

/** From each outermost brace that is closed to its end; one that is never closed is a mark like others. */
function placeholdersIn(text: string): { open: number; end: number }[] {
  const opens: number[] = [];
  const found: { open: number; end: number }[] = [];
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] === '{') opens.push(index);
    if (text[index] !== '}') continue;
    const open = opens.pop();
    if (open === undefined) continue;
    while ((found.at(-1)?.open ?? -1) > open) found.pop();
    found.push({ open, end: index + 1 });
  }
  return found;
}
