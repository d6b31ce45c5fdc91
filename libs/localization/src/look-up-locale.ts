/** What was found for somebody who reads some languages. */
export interface LocaleLookup {
  locale: string;
  /** tags that were looked for, each once, in the order in which they came up */
  tried: string[];
  /** true: not in the language that was asked for first, but in what comes next to it */
  fallback: boolean;
}

/**
 * The locale that suits a reader best: lookup by RFC 4647 §3.4, each range cut from its end until it is there. Then what
 * is most likely meant: for `zh-TW` a text in `zh-Hant`, for `de` one in `de-DE`. At last `otherwise`.
 *
 * `ranges` and `available` are canonical BCP 47 tags, the ranges in the order of their priority; `*` stands for any.
 */
export function lookUpLocale(
  ranges: readonly string[],
  { available, otherwise }: { available: readonly string[]; otherwise: string },
): LocaleLookup {
  const [first = '*'] = ranges;
  const tried = new Set<string>();
  const found = (locale: string): LocaleLookup => ({
    locale,
    tried: [...tried],
    fallback: first !== '*' && first !== locale,
  });
  const named = ranges.filter((range) => range !== '*');
  for (const range of named) {
    for (const tag of truncationsOf(range)) {
      tried.add(tag);
      if (available.includes(tag)) return found(tag);
    }
  }
  for (const range of named) {
    const script = scriptOf(range);
    if (script === null) continue;
    tried.add(script);
    const likely = likeliest(range, script, available);
    if (likely !== null) return found(likely);
  }
  tried.add(otherwise);
  return found(otherwise);
}

/** `zh-Hant-TW`, `zh-Hant`, `zh`: a single letter never ends a range, as it only introduces what follows. */
function truncationsOf(range: string): string[] {
  const subtags = range.split('-');
  const cut: string[] = [];
  while (subtags.length > 0) {
    cut.push(subtags.join('-'));
    subtags.pop();
    while (subtags.at(-1)?.length === 1) subtags.pop();
  }
  return cut;
}

/** Language and script of a tag, the likely script where it names none: `zh-TW` → `zh-Hant`. */
function scriptOf(tag: string): string | null {
  const { language, script } = new Intl.Locale(tag).maximize();
  return script === undefined ? null : `${language}-${script}`;
}

/** Of the same language and script, what is of the same region, else of the likeliest one, else the first by its tag. */
function likeliest(range: string, script: string, available: readonly string[]): string | null {
  const alike = available.filter((tag) => scriptOf(tag) === script).toSorted();
  const regions = [range, script].map((tag) => new Intl.Locale(tag).maximize().region);
  return (
    regions
      .map((region) => alike.find((tag) => new Intl.Locale(tag).maximize().region === region))
      .find((tag) => tag !== undefined) ??
    alike[0] ??
    null
  );
}
