const ORIGINAL = /^items\/([^/\s]+)(?:\/(.*))?$/su;

/** How a file names its item: XLIFF calls it its `original`, and it is what every tool keeps. */
export function originalOf({ itemId, slug }: { itemId: string; slug: string }): string {
  const original = `items/${itemId}/${slug}`;
  if (itemOf(original)?.itemId === itemId) return original;
  throw new RangeError(`Expected the id of an item without "/" and spaces; found "${itemId}".`);
}

/** The item that an `original` names, or null. */
export function itemOf(original: string): { itemId: string; slug: string | null } | null {
  const [, itemId, slug] = ORIGINAL.exec(original) ?? [];
  return itemId === undefined ? null : { itemId, slug: slug || null };
}

const KEY = /^[\w.-]{1,200}$/u;

/** Whether a key may be the id of a unit in every format; XLIFF 2.1 asks for an NMTOKEN. */
export function isUnitKey(key: string): boolean {
  return KEY.test(key);
}

/** @throws RangeError for a key that no file can hold */
export function checkKey(key: string): void {
  if (isUnitKey(key)) return;
  throw new RangeError(`Expected a key of letters, digits, ".", "_" and "-"; found "${key}".`);
}
