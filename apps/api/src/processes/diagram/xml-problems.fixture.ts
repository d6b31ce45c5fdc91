const TAG = /^<(\/?)([A-Za-z]\w*)((?: [A-Za-z][\w:-]*="[^"<]*")*)(\/?)>/u;
const ATTRIBUTE = / ([A-Za-z][\w:-]*)="([^"<]*)"/gu;
const ESCAPED = /^(?:[^&<>]|&(?:amp|lt|gt|quot|#39);)*$/u;

/**
 * The first thing that keeps a text from being well-formed XML, or nothing. It knows the part of XML that we write:
 * elements, attributes in double quotes and text with five entities; anything beyond that is a problem too.
 */
export function xmlProblems(xml: string): string[] {
  // oxlint-disable-next-line no-control-regex -- the characters that XML 1.0 forbids
  if (/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/u.test(xml)) {
    return ['Expected no control characters.'];
  }
  const open: string[] = [];
  let roots = 0;
  let rest = xml;
  while (rest !== '') {
    const [content] = /^[^<]*/u.exec(rest)!;
    if (!ESCAPED.test(content)) return [`Expected an escaped text, found "${content}".`];
    if (content !== '' && open.length === 0) {
      return [`Expected nothing outside the root, found "${content}".`];
    }
    rest = rest.slice(content.length);
    if (rest === '') break;
    const tag = TAG.exec(rest);
    if (tag === null) return [`Expected a tag, found "${rest}".`];
    const [whole, isEnd, name, attributes, isEmpty] = tag;
    const problem = attributeProblem(name!, attributes!);
    if (problem !== null) return [problem];
    if (isEnd === '/') {
      const expected = open.pop();
      if (expected !== name) return [`Expected </${expected}>, found </${name}>.`];
    } else {
      if (open.length === 0) roots += 1;
      if (roots > 1) return [`Expected one root, found <${name}>.`];
      if (isEmpty === '') open.push(name!);
    }
    rest = rest.slice(whole.length);
  }
  return open.length === 0 ? [] : [`Expected </${open.at(-1)}>, found the end.`];
}

function attributeProblem(name: string, attributes: string): string | null {
  const seen = new Set<string>();
  for (const [, key, value] of attributes.matchAll(ATTRIBUTE)) {
    if (seen.has(key!)) return `Expected ${key} once in <${name}>.`;
    if (!ESCAPED.test(value!)) return `Expected an escaped text, found "${value}".`;
    seen.add(key!);
  }
  return null;
}
