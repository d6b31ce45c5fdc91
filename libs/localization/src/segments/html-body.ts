import type { SyntaxNode, Tree } from '@lezer/common';

const DOCUMENT = /^<(?:!doctype[ \t\n]+html|html)[ \t\n>]/iu;
const BLOCK_TAG =
  /^<(?:address|article|aside|blockquote|body|details|dialog|div|dl|fieldset|figure|footer|form|h[1-6]|header|hr|main|nav|ol|p|section|table|ul)[ \t\n>]/iu;
const CLOSING_TAG = /<\/[a-z][a-z0-9]*>$/iu;

/**
 * Whether a body is HTML as a whole: a document, or blocks of HTML alone with a block element at its beginning and a
 * closing tag at its end. One paragraph of Markdown among them makes it Markdown with HTML inside.
 */
export function isHtml(text: string, blocks: Tree): boolean {
  const trimmed = text.trim();
  if (DOCUMENT.test(trimmed.slice(0, 100))) return true;
  if (!BLOCK_TAG.test(trimmed.slice(0, 100)) || !CLOSING_TAG.test(trimmed.slice(-100)))
    return false;
  for (let block = blocks.topNode.firstChild; block; block = block.nextSibling) {
    if (!isOfHtml(text, block)) return false;
  }
  return true;
}

function isOfHtml(text: string, { name, from }: SyntaxNode): boolean {
  switch (name) {
    case 'HTMLBlock':
    case 'CommentBlock':
      return true;
    case 'CodeBlock':
      return text[from] === '<';
    default:
      return false;
  }
}
