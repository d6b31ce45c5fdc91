import { createHash } from 'node:crypto';
import { escapeMarkup } from '../escape.js';
import { PAGE_STYLE } from './page-style.js';
import { languageOf, renderBody, type RenderOptions } from './render-body.js';

export type PageOptions = RenderOptions;

/** A body as a page of its own: see `renderBody`. Runs no script and loads nothing but the images of the body. */
export function renderPage(body: string, options: PageOptions): string {
  const { locale, title } = options;
  return page({ locale, title, style: PAGE_STYLE, content: renderBody(body, options) });
}

interface PageParts {
  locale: string;
  title: string;
  style: string;
  /** safe HTML */
  content: string;
  /** a file beside the page, the only script that may run */
  script?: string;
}

/** A whole page whose policy lets nothing in but its own style, images, and the script that it names. */
export function page({ locale, title, style, content, script }: PageParts): string {
  const styleDigest = createHash('sha256').update(style).digest('base64');
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${styleDigest}'`,
    "img-src 'self' data: http: https:",
    ...(script === undefined ? [] : ["script-src 'self'"]),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const scriptTag =
    script === undefined ? '' : `<script src="${escapeMarkup(script)}" defer></script>\n`;
  return `<!doctype html>
<html ${languageOf(locale)}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeMarkup(title)}</title>
<style>${style}</style>
${scriptTag}</head>
<body>
${content}</body>
</html>
`;
}
