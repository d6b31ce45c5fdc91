const SCHEME = /(?:https?:\/\/|www\.)(?=[^\s<])/iuy;
const MAIL = /(?:mailto:)?[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/uy;
const TRAILING = new Set('?!.,:;*_~\'"');

/**
 * Where an address of the web or of mail ends that stands in a text without any marks, or -1 where none begins. The signs
 * at its end that close a sentence or a bracket around it are none of it, as in GitHub's Markdown.
 */
export function addressEnd(text: string, at: number): number {
  if (at > 0 && /\w/u.test(text[at - 1]!)) return -1;
  SCHEME.lastIndex = at;
  if (!SCHEME.test(text)) return mailEnd(text, at);
  let end = at;
  let open = 0;
  for (; end < text.length; end += 1) {
    const char = text[end]!;
    if (char === '<' || char === '[' || char === ']' || char === '`' || char.trim() === '') break;
    if (char === '(') open += 1;
    if (char === ')') {
      if (open === 0) break;
      open -= 1;
    }
  }
  while (TRAILING.has(text[end - 1]!)) end -= 1;
  return end - at > SCHEME.lastIndex - at ? end : -1;
}

function mailEnd(text: string, at: number): number {
  MAIL.lastIndex = at;
  const [found] = MAIL.exec(text) ?? [];
  if (found === undefined) return -1;
  let end = at + found.length;
  while (!/[A-Za-z0-9]/u.test(text[end - 1]!)) end -= 1;
  return end;
}
