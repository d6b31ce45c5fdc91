const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
/** Half a surrogate pair, and what XML 1.0 has no way to write. */
// oxlint-disable-next-line no-control-regex
const UNWRITABLE = /[\p{Cs}\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu;

/** A text as it stands between tags or in a quoted attribute, of HTML and of XML alike. */
export function escapeMarkup(text: string): string {
  return text.replace(UNWRITABLE, '\uFFFD').replace(/[&<>"']/gu, (each) => ENTITIES[each] ?? each);
}
