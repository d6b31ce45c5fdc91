/**
 * The front matter of a body: `---` or `+++` as its first line, the same line again, and what stands between; with the
 * byte order mark before and the end of the last line behind. '' where there is none, or where it is never closed.
 */
export function frontMatterOf(body: string): string {
  const [opening, fence = ''] = /^\uFEFF?(---|\+\+\+)[ \t]*(?=\r?\n)/u.exec(body) ?? [];
  if (opening === undefined) return '';
  for (let start = body.indexOf('\n') + 1; start < body.length;) {
    const end = body.indexOf('\n', start);
    const stop = end === -1 ? body.length : end + 1;
    if (body.startsWith(fence, start) && body.slice(start, stop).trimEnd() === fence) {
      return body.slice(0, stop);
    }
    start = stop;
  }
  return '';
}
