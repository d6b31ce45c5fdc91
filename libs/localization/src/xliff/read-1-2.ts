import type { Place, Refuse } from '../exchange/exchange-error.js';
import type { ExchangeLimits } from '../exchange/exchange-limits.js';
import type { XmlTag } from '../exchange/xml-reader.js';
import type { SegmentState } from '../text/unit.js';
import { type Entered, InlineReader, isBlank } from './inline-reader.js';
import { CodeNumbers, type InlineToken } from './inline-tokens.js';
import { words12 } from './inline-words.js';
import type { Intake } from '../exchange/intake.js';
import { OUR_NOTES } from './names.js';
import { NoteReader } from './note-reader.js';
import { type ToolState, isUntouched12, stateOf12 } from './states.js';

/** What a version of XLIFF makes of the elements of a document. */
export interface Dialect {
  /** an element below `<xliff>`; `parent` is the name of the element around it */
  open(tag: XmlTag, parent: string): Entered;
  text(words: string): void;
  close(name: string): void;
}

interface OpenUnit {
  key: string;
  place: Place;
  sourceHash: string | null;
  status: ToolState;
  source: readonly InlineToken[] | null;
  target: readonly InlineToken[] | null;
  notes: NoteReader;
}

/** XLIFF 1.2: a `<trans-unit>` is a unit. */
export class Dialect12 implements Dialect {
  #unit: OpenUnit | null = null;
  #text: InlineReader | null = null;

  constructor(
    private readonly intake: Intake,
    private readonly bounds: { limits: ExchangeLimits; refuse: Refuse },
  ) {}

  open(tag: XmlTag, parent: string): Entered {
    if (this.#text !== null) return this.#text.open(tag);
    switch (`${parent}/${tag.local}`) {
      case 'xliff/file':
        this.#beginFile(tag);
        return 'inside';
      case 'file/body':
      case 'body/group':
      case 'group/group':
        return 'inside';
      case 'body/trans-unit':
      case 'group/trans-unit':
        this.#beginUnit(tag);
        return 'inside';
      case 'trans-unit/source':
        this.#beginText(this.#unit?.source ?? null, 'source');
        return 'inside';
      case 'trans-unit/target':
        this.#beginText(this.#unit?.target ?? null, 'target');
        if (this.#unit !== null) this.#unit.status.state = tag.attribute('state');
        return 'inside';
      case 'trans-unit/note':
        return this.#unit?.notes.open(tag.attribute('from') === OUR_NOTES) ?? 'skipped';
      default:
        return 'skipped';
    }
  }

  text(words: string): void {
    if (this.#text === null) this.#unit?.notes.text(words);
    else this.#text.text(words);
  }

  close(name: string): void {
    if (this.#text !== null && !this.#text.isOutermost()) return this.#text.close();
    switch (name) {
      case 'source':
        if (this.#unit !== null) this.#unit.source = this.#endText();
        return;
      case 'target':
        if (this.#unit !== null) this.#unit.target = this.#endText();
        return;
      case 'note':
        return this.#unit?.notes.close();
      case 'trans-unit':
        return this.#endUnit();
      case 'file':
        return this.intake.endFile();
      default:
    }
  }

  #beginFile(tag: XmlTag): void {
    this.intake.beginFile({
      original: tag.attribute('original'),
      sourceLocale: tag.attribute('source-language'),
      targetLocale: tag.attribute('target-language'),
      sourceDigest: tag.attribute('build-num'),
      itemVersion: tag.attribute('product-version'),
      place: tag.place,
    });
  }

  #beginUnit(tag: XmlTag): void {
    this.#unit = {
      key: this.intake.beginUnit(tag.attribute('id'), tag.place),
      place: tag.place,
      sourceHash: tag.attribute('extradata') || null,
      status: { state: undefined, approved: tag.attribute('approved') },
      source: null,
      target: null,
      notes: new NoteReader(),
    };
  }

  #beginText(before: readonly InlineToken[] | null, name: string): void {
    if (before !== null)
      this.bounds.refuse('not_xliff', `expected one <${name}> in a unit; found another.`);
    this.#text = new InlineReader({ vocabulary: words12, ...this.bounds });
  }

  #endText(): readonly InlineToken[] {
    const tokens = this.#text?.end() ?? [];
    this.#text = null;
    return tokens;
  }

  #endUnit(): void {
    const unit = this.#unit;
    if (unit === null) return;
    if (unit.source === null) {
      return this.bounds.refuse(
        'not_xliff',
        'expected a <source> in each unit; found a unit without.',
      );
    }
    const numbers = new CodeNumbers(unit.source, unit.target ?? []);
    const source = numbers.tagged(unit.source);
    this.intake.endUnit(unit, {
      sourceHash: unit.sourceHash,
      source,
      ...translationOf(unit, source, numbers),
      ...unit.notes.end(),
    });
    this.#unit = null;
  }
}

function translationOf(
  { source, target, status }: OpenUnit,
  taggedSource: string,
  numbers: CodeNumbers,
): { target: string | null; state: SegmentState } {
  const none = { target: null, state: 'untranslated' } as const;
  if (target === null || (isBlank(target) && !isBlank(source ?? [])) || target.length === 0)
    return none;
  const tagged = numbers.tagged(target);
  if (tagged === taggedSource && isUntouched12(status)) return none;
  return { target: tagged, state: stateOf12(status) };
}
