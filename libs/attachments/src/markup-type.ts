/** How HTML begins per the WHATWG's MIME Sniffing, §7.1: one of these and then a space or ">". */
const HTML =
  /^<(!doctype html|html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p)[\s>]|^<!--/iu;
/** What may stand before the root of an XML document, and says nothing about it. */
const PROLOGUE = /^(?:\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!doctype\s[^[>]*(?:\[[\s\S]*?\]\s*)?>)/iu;
const ROOT = /^<(?:[\w.-]+:)?(?<name>[\w.-]+)[\s/>]/u;
const SPACES = /^[\u{feff}\s]+/u;

/** SVG, HTML or XML where a text begins as such; null for other text. */
export function markupTypeOf(beginning: string): string | null {
  const text = beginning.replace(SPACES, '');
  if (!text.startsWith('<')) return null;
  const isXml = /^<\?xml\s/u.test(text);
  const isHtml = /^<!doctype\s+html/iu.test(text);
  const root = ROOT.exec(withoutPrologue(text))?.groups?.['name']?.toLowerCase();
  if (root === 'svg') return 'image/svg+xml';
  if (isXml) return root === 'html' ? 'application/xhtml+xml' : 'application/xml';
  return isHtml || HTML.test(text) ? 'text/html' : null;
}

function withoutPrologue(text: string): string {
  let rest = text;
  for (;;) {
    const [passed] = PROLOGUE.exec(rest) ?? [];
    if (passed === undefined) return rest;
    rest = rest.slice(passed.length);
  }
}
