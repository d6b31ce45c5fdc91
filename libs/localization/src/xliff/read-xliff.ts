import type { Refuse } from '../exchange/exchange-error.js';
import type { ExchangeEvent } from '../exchange/exchange-file.js';
import { EXCHANGE_LIMITS, type ExchangeLimits } from '../exchange/exchange-limits.js';
import { Intake } from '../exchange/intake.js';
import { shown, slicesOf } from '../exchange/pieces.js';
import { type XmlHandlers, type XmlTag, createXmlReader } from '../exchange/xml-reader.js';
import { METADATA, XLIFF_12, XLIFF_2 } from './names.js';
import { type Dialect, Dialect12 } from './read-1-2.js';
import { Dialect21 } from './read-2-1.js';

/**
 * The files and units of an XLIFF document of version 1.2, 2.0 or 2.1 as they come, in flat memory. UTF-8, or UTF-16
 * with a byte order mark. What comes before an error has been told already: apply nothing before the end of its file.
 * @throws ExchangeError at the first thing that is wrong
 */
export async function* readXliff(
  chunks: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
  limits: Partial<ExchangeLimits> = {},
): AsyncGenerator<ExchangeEvent, void, undefined> {
  const bounds = { ...EXCHANGE_LIMITS, ...limits };
  const reader = createXmlReader(
    {
      open: (tag) => document.open(tag),
      text: (words) => document.text(words),
      close: () => document.close(),
    },
    bounds,
  );
  const intake = new Intake(bounds, reader.refuse);
  const document = new XliffDocument(intake, { limits: bounds, refuse: reader.refuse });
  for await (const chunk of chunks) {
    for (const slice of slicesOf(chunk)) {
      reader.write(slice);
      yield* intake.take();
    }
  }
  reader.end();
  yield* intake.take();
}

/** Finds the version of a document and passes over what its dialect does not want to see. */
class XliffDocument implements XmlHandlers {
  #dialect: Dialect | null = null;
  /** the names of the open elements that are looked at */
  readonly #names: string[] = [];
  /** open elements inside of one that is passed over, itself among them */
  #skipped = 0;

  constructor(
    private readonly intake: Intake,
    private readonly bounds: { limits: ExchangeLimits; refuse: Refuse },
  ) {}

  open(tag: XmlTag): void {
    if (this.#skipped > 0) {
      this.#skipped += 1;
      return;
    }
    const parent = this.#names.at(-1);
    if (parent === undefined || this.#dialect === null) {
      this.#dialect = this.#dialectOf(tag);
    } else if (!isOfXliff(tag) || this.#dialect.open(tag, parent) === 'skipped') {
      this.#skipped = 1;
      return;
    }
    this.#names.push(tag.local);
  }

  text(words: string): void {
    if (this.#skipped === 0) this.#dialect?.text(words);
  }

  close(): void {
    if (this.#skipped > 0) {
      this.#skipped -= 1;
      return;
    }
    const name = this.#names.pop();
    if (name !== undefined && this.#names.length > 0) return this.#dialect?.close(name);
    if (this.intake.fileCount > 0) return;
    this.bounds.refuse('not_xliff', 'expected at least one <file>; found none.');
  }

  #dialectOf(tag: XmlTag): Dialect {
    const { refuse } = this.bounds;
    if (
      tag.local !== 'xliff' ||
      (!isOfXliff(tag) && !tag.uri.startsWith('urn:oasis:names:tc:xliff:'))
    ) {
      return refuse(
        'not_xliff',
        `expected a document of <xliff>; found <${tag.local.slice(0, 60)}>.`,
      );
    }
    const version = tag.attribute('version') ?? '';
    if (version === '1.2' && tag.uri !== XLIFF_2) return new Dialect12(this.intake, this.bounds);
    if ((version === '2.1' || version === '2.0') && tag.uri === XLIFF_2) {
      const sourceLocale = tag.attribute('srcLang');
      const targetLocale = tag.attribute('trgLang');
      return new Dialect21({ sourceLocale, targetLocale }, this.intake, this.bounds);
    }
    const found = `version ${shown(version)} in the namespace ${shown(tag.uri)}`;
    return refuse(
      'unknown_version',
      `expected XLIFF 1.2, 2.0 or 2.1 in its own namespace; found ${found}.`,
    );
  }
}

/** Elements of other namespaces are passed over with all that is in them. Some tools write 1.2 without its namespace. */
function isOfXliff({ uri }: XmlTag): boolean {
  return uri === XLIFF_12 || uri === XLIFF_2 || uri === METADATA || uri === '';
}
