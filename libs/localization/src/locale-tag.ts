/**
 * A BCP 47 tag in its canonical form: `zh-hans` → `zh-Hans`, `en-us` → `en-US`.
 * Null where it is not well-formed, for instance `zh_CN`.
 */
export function canonicalLocale(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}
