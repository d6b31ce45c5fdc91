import { sha256 } from '#domain';
import { renderPage } from '#publishing';
import { choicesIn } from '../http/weighted-list.js';
import { ProblemError } from '../http/problem.js';
import type { PublishedView } from './published.dto.js';

/** A form in which a published text can be had. */
export interface PublishedForm {
  mediaType: string;
  write: (text: PublishedView) => string;
}

/** Every form; whoever takes any gets the first. */
export const PUBLISHED_FORMS: readonly PublishedForm[] = [
  { mediaType: 'application/json', write: (text) => JSON.stringify(text) },
  { mediaType: 'text/markdown', write: ({ body }) => body },
  {
    mediaType: 'text/html',
    write: ({ body, title, locale }) => renderPage(body, { locale, title }),
  },
];

/** What `Accept` wants most of these forms; what cannot be read in it is passed over. Throws 406 where it wants none. */
export function formFor(accept: string | undefined): PublishedForm {
  const choices = choicesIn(accept ?? '*/*');
  const wanted = PUBLISHED_FORMS.map((form) => ({ form, quality: qualityOf(form, choices) }))
    .filter(({ quality }) => quality > 0)
    .toSorted((one, other) => other.quality - one.quality)[0];
  if (wanted !== undefined) return wanted.form;
  const types = PUBLISHED_FORMS.map(({ mediaType }) => mediaType).join(' or ');
  throw new ProblemError(
    406,
    'not_acceptable',
    `Expected Accept to take ${types}; it takes neither.`,
  );
}

/** The quality that the closest range gives a form: the type itself before `text/*`, and that before any. */
function qualityOf({ mediaType }: PublishedForm, choices: ReturnType<typeof choicesIn>): number {
  const ranges = [mediaType, `${mediaType.split('/')[0]}/*`, '*/*'];
  for (const range of ranges) {
    const choice = choices.find(({ value }) => value.toLowerCase() === range);
    if (choice !== undefined) return choice.quality ?? 0;
  }
  return 0;
}

/** A strong ETag: it names the very bytes that are sent, and the locale that goes with them. */
export function etagOfForm({ mediaType }: PublishedForm, locale: string, written: string): string {
  return `"${sha256(`${mediaType}\n${locale}\n${written}`)}"`;
}
