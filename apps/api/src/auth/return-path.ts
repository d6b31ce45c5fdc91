/** Characters at most. */
const LONGEST = 2000;
/** Browsers drop some of these and take a backslash for a slash. */
const MISREAD = /[\s\\\p{Cc}]/u;
const ANYWHERE = 'http://baton.invalid';

/** A path of our own with its query and fragment, as it can stand in a Location; null where a browser could end up elsewhere. */
export function ownPath(text: string): string | null {
  if (text.length > LONGEST || MISREAD.test(text) || !/^\/(?!\/)/u.test(text)) return null;
  if (!URL.canParse(text, ANYWHERE)) return null;
  const { origin, pathname, search, hash } = new URL(text, ANYWHERE);
  // `/..//elsewhere` becomes `//elsewhere`.
  return origin === ANYWHERE && !pathname.startsWith('//') ? `${pathname}${search}${hash}` : null;
}
