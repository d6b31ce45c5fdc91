import type { Place, Refuse } from '../exchange/exchange-error.js';
import type { ExchangeLimits } from '../exchange/exchange-limits.js';
import type { XmlTag } from '../exchange/xml-reader.js';
import type { FileHead, Intake } from '../exchange/intake.js';
import { type Entered, InlineReader } from './inline-reader.js';
import { CodeNumbers } from './inline-tokens.js';
import { words21 } from './inline-words.js';
import { META, METADATA, OUR_NOTES } from './names.js';
import { NoteReader } from './note-reader.js';
import type { Dialect } from './read-1-2.js';
import { type Piece, joined } from './segments.js';

interface OpenUnit {
  key: string;
  place: Place;
  sourceHash: string | null;
  pieces: Piece[];
  notes: NoteReader;
}

/** XLIFF 2.0 and 2.1: a `<unit>`, whatever a tool has divided it into, is a unit. */
export class Dialect21 implements Dialect {
  /** until its first unit, since its metadata stand inside */
  #head: FileHead | null = null;
  #unit: OpenUnit | null = null;
  #piece: Piece | null = null;
  #text: InlineReader | null = null;
  #meta: { type: string; words: string } | null = null;

  constructor(
    private readonly locales: {
      sourceLocale: string | undefined;
      targetLocale: string | undefined;
    },
    private readonly intake: Intake,
    private readonly bounds: { limits: ExchangeLimits; refuse: Refuse },
  ) {}

  open(tag: XmlTag, parent: string): Entered {
    if (this.#text !== null) return this.#text.open(tag);
    switch (`${parent}/${tag.local}`) {
      case 'xliff/file':
        this.#head = this.#headOf(tag);
        return 'inside';
      case 'file/group':
      case 'group/group':
      case 'unit/notes':
        return 'inside';
      case 'file/metadata':
      case 'unit/metadata':
      case 'metadata/metaGroup':
      case 'metaGroup/metaGroup':
        return tag.uri === METADATA ? 'inside' : 'skipped';
      case 'metaGroup/meta':
        this.#meta = { type: tag.attribute('type') ?? '', words: '' };
        return 'inside';
      case 'file/unit':
      case 'group/unit':
        this.#beginUnit(tag);
        return 'inside';
      case 'notes/note':
        return this.#openNote(tag);
      case 'unit/segment':
      case 'unit/ignorable':
        this.#beginPiece(tag);
        return 'inside';
      case 'segment/source':
      case 'ignorable/source':
        return this.#beginText(this.#piece?.source ?? null, tag);
      case 'segment/target':
      case 'ignorable/target':
        return this.#beginText(this.#piece?.target ?? null, tag);
      default:
        return 'skipped';
    }
  }

  text(words: string): void {
    if (this.#text !== null) this.#text.text(words);
    else if (this.#meta !== null) this.#meta.words += words;
    else this.#unit?.notes.text(words);
  }

  close(name: string): void {
    if (this.#text !== null && !this.#text.isOutermost()) return this.#text.close();
    switch (name) {
      case 'meta':
        return this.#endMeta();
      case 'note':
        return this.#unit?.notes.close();
      case 'source':
        if (this.#piece !== null) this.#piece.source = this.#text?.end() ?? [];
        this.#text = null;
        return;
      case 'target':
        if (this.#piece !== null) this.#piece.target = this.#text?.end() ?? [];
        this.#text = null;
        return;
      case 'segment':
      case 'ignorable':
        return this.#endPiece();
      case 'unit':
        return this.#endUnit();
      case 'file':
        this.#beginFile();
        return this.intake.endFile();
      default:
    }
  }

  #headOf(tag: XmlTag): FileHead {
    return {
      original: tag.attribute('original'),
      ...this.locales,
      sourceDigest: undefined,
      itemVersion: undefined,
      place: tag.place,
    };
  }

  #beginFile(): void {
    if (this.#head !== null) this.intake.beginFile(this.#head);
    this.#head = null;
  }

  #beginUnit(tag: XmlTag): void {
    this.#beginFile();
    const key = this.intake.beginUnit(tag.attribute('name') ?? tag.attribute('id'), tag.place);
    this.#unit = { key, place: tag.place, sourceHash: null, pieces: [], notes: new NoteReader() };
  }

  #openNote(tag: XmlTag): Entered {
    const isOurs = tag.attribute('category')?.startsWith(`${OUR_NOTES}:`) === true;
    return this.#unit?.notes.open(isOurs) ?? 'skipped';
  }

  #endMeta(): void {
    const { type, words } = this.#meta ?? { type: '', words: '' };
    this.#meta = null;
    if (this.#unit !== null) {
      if (type === META.hash) this.#unit.sourceHash = words.trim() || null;
      return;
    }
    if (this.#head === null) return;
    if (type === META.digest) this.#head.sourceDigest = words.trim();
    if (type === META.version) this.#head.itemVersion = words.trim();
  }

  #beginPiece(tag: XmlTag): void {
    const isSegment = tag.local === 'segment';
    const status = { state: tag.attribute('state'), subState: tag.attribute('subState') };
    this.#piece = { isSegment, status, source: null, target: null };
  }

  #beginText(before: unknown, { local }: XmlTag): Entered {
    if (before !== null) {
      this.bounds.refuse('not_xliff', `expected one <${local}> in a segment; found another.`);
    }
    this.#text = new InlineReader({ vocabulary: words21, ...this.bounds });
    return 'inside';
  }

  #endPiece(): void {
    if (this.#piece === null || this.#unit === null) return;
    if (this.#piece.source === null) {
      this.bounds.refuse(
        'not_xliff',
        'expected a <source> in each segment; found a segment without.',
      );
    }
    this.#unit.pieces.push(this.#piece);
    this.#piece = null;
  }

  #endUnit(): void {
    const unit = this.#unit;
    if (unit === null) return;
    const { source, target, state } = joined(unit.pieces);
    if (!unit.pieces.some(({ isSegment }) => isSegment)) {
      this.bounds.refuse('not_xliff', 'expected a <segment> in each unit; found a unit without.');
    }
    const numbers = new CodeNumbers(source, target ?? []);
    this.intake.endUnit(unit, {
      sourceHash: unit.sourceHash,
      source: numbers.tagged(source),
      target: target === null ? null : numbers.tagged(target),
      state,
      ...unit.notes.end(),
    });
    this.#unit = null;
  }
}
