import { directionOf } from '../direction.js';
import { escapeMarkup } from '../escape.js';
import { playerTexts } from '../texts.js';
import { withoutFrontMatter } from './front-matter.js';
import { htmlOfMarkdown } from './markdown.js';
import { safeHtml, type SafeHtmlOptions } from './safe-html.js';
import { TooIntricate } from './too-intricate.js';

export interface RenderOptions {
  /** BCP 47 */
  locale: string;
  /** shown as heading where the body has none of level 1 */
  title: string;
}

/** A body that is one document of HTML, and not Markdown with some HTML inside. */
const HTML_DOCUMENT = /^\s*<(?:!doctype\s+html|html|body)[\s>]/iu;

/**
 * A body as safe HTML: one `article` with the language and direction of its locale. The body is Markdown (CommonMark,
 * tables, strikethrough, task lists, HTML inside), or HTML if it begins with `<!doctype html>`, `<html>` or `<body>`.
 * Front matter is left out. A body that is nested too deeply, or would become many times as long, is shown as it is
 * written, and says so. Takes time in proportion to the length of the body. Throws RangeError for a locale that is not
 * well-formed.
 */
export function renderBody(body: string, { locale, title }: RenderOptions): string {
  const html = bodyHtml(body, locale, { relative: true });
  const heading = /<h1[ >]/u.test(html) ? '' : `<h1>${isolated(title)}</h1>\n`;
  return `<article ${languageOf(locale)}>\n${heading}${html}</article>\n`;
}

/** The body alone, without heading and language. */
export function bodyHtml(body: string, locale: string, options: SafeHtmlOptions): string {
  const text = withoutFrontMatter(body);
  try {
    const isHtml = HTML_DOCUMENT.test(text);
    return safeHtml(isHtml ? text : htmlOfMarkdown(text, directionOf(locale)), options);
  } catch (error) {
    if (!(error instanceof TooIntricate)) throw error;
    const { lang, asWritten } = playerTexts(locale);
    const note = `<p class="note" ${languageOf(lang)}>${escapeMarkup(asWritten)}</p>`;
    return `${note}\n<pre class="written" dir="auto">${escapeMarkup(text)}</pre>\n`;
  }
}

/** A text from elsewhere, kept from turning the text around it. */
export function isolated(text: string): string {
  return `<bdi>${escapeMarkup(text)}</bdi>`;
}

/** The attributes `lang` and `dir`. */
export function languageOf(locale: string): string {
  const direction = directionOf(locale);
  return `lang="${escapeMarkup(new Intl.Locale(locale).toString())}" dir="${direction}"`;
}
