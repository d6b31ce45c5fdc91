import { sha256 } from '#domain';
import { renderPage } from '#publishing';
import { wantedMediaType } from '../http/wanted-media-type.js';
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

/** What `Accept` wants most of these forms. Throws 406 where it wants none. */
export function formFor(accept: string | undefined): PublishedForm {
  const types = PUBLISHED_FORMS.map(({ mediaType }) => mediaType);
  return PUBLISHED_FORMS[types.indexOf(wantedMediaType(accept, types))]!;
}

/** A strong ETag: it names the very bytes that are sent, and the locale that goes with them. */
export function etagOfForm({ mediaType }: PublishedForm, locale: string, written: string): string {
  return `"${sha256(`${mediaType}\n${locale}\n${written}`)}"`;
}
