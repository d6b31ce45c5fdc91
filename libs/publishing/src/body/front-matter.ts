/**
 * A body without its front matter: what stands between `---` or `+++` of its first line and the same line again. Reads
 * each line once.
 */
export function withoutFrontMatter(body: string): string {
  const text = body.startsWith('\uFEFF') ? body.slice(1) : body;
  const [opening] = /^(?:---|\+\+\+)[ \t]*(?=\r?\n)/u.exec(text) ?? [];
  if (opening === undefined) return text;
  const fence = opening.trim();
  for (let start = text.indexOf('\n') + 1; start > 0 && start < text.length;) {
    const end = text.indexOf('\n', start);
    const line = text.slice(start, end === -1 ? text.length : end);
    if (line.trimEnd() === fence) return end === -1 ? '' : text.slice(end + 1);
    start = end + 1;
  }
  return text;
}
