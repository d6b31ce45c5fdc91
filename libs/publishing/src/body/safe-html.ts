import sanitizeHtml from 'sanitize-html';
import { TooIntricate } from './too-intricate.js';

/** Deepest nesting of tags that is kept; of what is deeper only the text. */
const DEEPEST_KEPT = 100;
/** Deepest nesting that is read: of unclosed tags, each costs as much as there are above it. */
const DEEPEST_READ = 1000;
const LONGEST_LANG = 35;
/** Before every id of a body, so that none of them can pass for a name of the page or of its window. */
const ID_PREFIX = 'h-';

const TEXT_TAGS =
  'a abbr b bdi bdo br cite code del dfn em i img ins kbd mark q rp rt ruby s samp small span strong sub sup time u var wbr';
const BLOCK_TAGS =
  'address article aside blockquote dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary ul';
const TABLE_TAGS = 'table caption colgroup col thead tbody tfoot tr th td';
const ALLOWED_TAGS = [TEXT_TAGS, BLOCK_TAGS, TABLE_TAGS].flatMap((tags) => tags.split(' '));
const LEFT_TO_RIGHT_TAGS = new Set(['code', 'kbd', 'pre', 'samp', 'var']);
const IMAGE_DATA = /^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]+$/u;
const SCHEME = /^[a-z][a-z0-9+.-]*:/iu;
const ALIGNMENT = /text-align:\s*(left|center|right)/u;
const ALIGNED_CLASSES: Readonly<Record<string, string>> = {
  left: 'start',
  center: 'center',
  right: 'end',
};

export interface SafeHtmlOptions {
  /** whether addresses without a scheme lead anywhere; else links become text, and images what they say instead */
  relative: boolean;
}

/**
 * HTML with nothing left that runs, styles, frames or asks for input. Throws TooIntricate for tags nested more than a
 * thousand deep.
 */
export function safeHtml(html: string, { relative }: SafeHtmlOptions): string {
  let depth = 0;
  return sanitizeHtml(html, {
    allowedTags: ALLOWED_TAGS,
    allowedAttributes: {
      '*': ['dir', 'lang', 'id', 'class'],
      a: ['href', 'title', 'rel', 'target'],
      abbr: ['title'],
      col: ['span'],
      colgroup: ['span'],
      del: ['datetime'],
      details: ['open'],
      img: ['src', 'alt', 'title', 'width', 'height', 'loading'],
      ins: ['datetime'],
      ol: ['start', 'reversed'],
      td: ['colspan', 'rowspan'],
      th: ['colspan', 'rowspan', 'scope'],
      time: ['datetime'],
    },
    allowedClasses: {
      code: ['language-*'],
      li: ['todo', 'done'],
      span: ['missing'],
      td: Object.values(ALIGNED_CLASSES),
      th: Object.values(ALIGNED_CLASSES),
      '*': [],
    },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowedSchemesByTag: { img: ['http', 'https', 'data'] },
    allowedSchemesAppliedToAttributes: ['href', 'src'],
    allowProtocolRelative: false,
    nonTextTags: [
      'script',
      'style',
      'textarea',
      'option',
      'noscript',
      'template',
      'title',
      'svg',
      'math',
    ],
    nestingLimit: DEEPEST_KEPT,
    onOpenTag: () => {
      depth += 1;
      if (depth > DEEPEST_READ) throw new TooIntricate();
    },
    onCloseTag: () => {
      depth -= 1;
    },
    // Those of a tag come first, then the one for all, with the name that they gave.
    transformTags: {
      img: (_, attribs) => imageTag(attribs, relative),
      a: (_, attribs) => linkTag(attribs, relative),
      '*': (tagName, attribs) => ({ tagName, attribs: ownAttributes(tagName, attribs) }),
    },
  });
}

/** What every tag may say about itself, in the words of the page's own style. */
function ownAttributes(tagName: string, given: sanitizeHtml.Attributes): sanitizeHtml.Attributes {
  const { id, name, style = '', lang, dir, ...attribs } = given;
  const ownId = id ?? (tagName === 'a' ? name : undefined);
  if (ownId !== undefined && ownId !== '') attribs.id = ID_PREFIX + ownId;
  if (lang !== undefined && lang.length <= LONGEST_LANG) attribs.lang = lang;
  if (dir !== undefined && /^(?:ltr|rtl|auto)$/u.test(dir)) attribs.dir = dir;
  if (LEFT_TO_RIGHT_TAGS.has(tagName)) attribs.dir = 'ltr';
  if (tagName !== 'td' && tagName !== 'th') return attribs;
  const alignment = ALIGNMENT.exec(style)?.[1] ?? attribs.align ?? '';
  return { ...attribs, class: ALIGNED_CLASSES[alignment] ?? '' };
}

function imageTag(attribs: sanitizeHtml.Attributes, relative: boolean): sanitizeHtml.Tag {
  const { src = '', alt = '', ...rest } = attribs;
  const shown = isData(src) ? IMAGE_DATA.test(src) : relative || SCHEME.test(src.trim());
  if (!shown) return { tagName: 'span', attribs: { class: 'missing' }, text: alt };
  return { tagName: 'img', attribs: { ...rest, src, alt, loading: 'lazy' } };
}

function linkTag(attribs: sanitizeHtml.Attributes, relative: boolean): sanitizeHtml.Tag {
  const { href, target: _target, rel: _rel, ...rest } = attribs;
  if (href === undefined) return { tagName: 'a', attribs: rest };
  if (href.startsWith('#')) {
    return { tagName: 'a', attribs: { ...rest, href: `#${ID_PREFIX}${href.slice(1)}` } };
  }
  const rel = 'noopener noreferrer';
  if (SCHEME.test(href.trim())) {
    return { tagName: 'a', attribs: { ...rest, href, target: '_blank', rel } };
  }
  return relative
    ? { tagName: 'a', attribs: { ...rest, href, rel } }
    : { tagName: 'span', attribs: rest };
}

function isData(address: string): boolean {
  return /^\s*data:/iu.test(address);
}
