import { type Caller as AuthenticatedCaller, RevisionEntity } from '#engine';
import {
  assignKeys,
  compareVersions,
  type KeyedUnit,
  segmentBody,
  taggedText,
  wordDiff,
} from '#localization';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import { Matches } from 'class-validator';
import type { DataSource } from 'typeorm';
import { Caller } from '../auth/caller.decorator.js';
import { Optional } from '../http/fields.js';
import { notFound } from '../http/problem.js';
import { UuidParameter } from '../http/uuid-parameter.js';
import { DiffPartView } from '../segments/segments.dto.js';
import { ItemReader } from './item-reader.js';

const REVISION = /^(current|published|\d{1,9}|[0-9a-f]{64})$/u;

class ChangesQuery {
  @Optional({
    default: 'published',
    description: 'a revision by its number or digest; current, or published: as last published',
  })
  @Matches(REVISION, { message: '$property must be current, published, a number or a digest' })
  from?: string;

  @Optional({ default: 'current' })
  @Matches(REVISION, { message: '$property must be current, published, a number or a digest' })
  to?: string;
}

class ChangedParagraphView {
  @ApiProperty({ type: String, nullable: true, description: 'tagged text' })
  before!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'tagged text' })
  after!: string | null;

  @ApiProperty({ type: [DiffPartView], description: 'word by word' })
  diff!: DiffPartView[];
}

class ParagraphView {
  @ApiProperty()
  text!: string;

  @ApiProperty()
  words!: number;
}

/** What changed from one text of an item to another, paragraph by paragraph. */
class ChangesView {
  @ApiProperty({ description: 'digest' })
  from!: string;

  @ApiProperty({ description: 'digest' })
  to!: string;

  @ApiProperty({ description: 'paragraphs that are what they were' })
  same!: number;

  @ApiProperty({ type: [ChangedParagraphView] })
  changed!: ChangedParagraphView[];

  @ApiProperty({ type: [ParagraphView] })
  added!: ParagraphView[];

  @ApiProperty({ type: [ParagraphView] })
  removed!: ParagraphView[];

  @ApiProperty({ description: 'words of the paragraphs that would have to be translated again' })
  words!: number;
}

@ApiTags('items')
@Controller('v1/items/:itemId/changes')
export class ChangesController {
  constructor(
    private readonly items: ItemReader,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  /** What an edit changed, as an editor weighs it: a typo, something minor, or something of substance. */
  @Get()
  @ApiOkResponse({ type: ChangesView })
  async read(
    @Param('itemId', UuidParameter) itemId: string,
    @Query() { from = 'published', to = 'current' }: ChangesQuery,
    @Caller() { workspaceId }: AuthenticatedCaller,
  ): Promise<ChangesView> {
    const { item } = await this.items.one(workspaceId, itemId);
    const { publishedDigest } = item.context;
    const [before, after] = await Promise.all(
      [from, to].map((wanted) => this.revision({ workspaceId, itemId }, wanted, publishedDigest)),
    );
    const units = { before: unitsOf(before!.body, null, item.locale), after: [] as KeyedUnit[] };
    units.after = unitsOf(after!.body, units.before, item.locale);
    const { same, changed, added, removed } = compareVersions(units.before, units.after);
    return {
      from: before!.digest,
      to: after!.digest,
      same: same.length,
      changed: changed.map((each) => {
        const [was, is] = [taggedText(each.before.source), taggedText(each.after.source)];
        return { before: was, after: is, diff: wordDiff(was, is, item.locale) };
      }),
      added: added.map(paragraphView),
      removed: removed.map(paragraphView),
      words: [...changed.map((each) => each.after), ...added].reduce(
        (sum, { words }) => sum + words,
        0,
      ),
    };
  }

  private async revision(
    address: { workspaceId: string; itemId: string },
    wanted: string,
    published: string | null,
  ): Promise<RevisionEntity> {
    if (wanted === 'published' && published === null) throw notFound('published revision');
    const digest = wanted === 'published' ? published! : wanted;
    const row = await this.dataSource
      .getRepository(RevisionEntity)
      .createQueryBuilder('revision')
      .addSelect('revision.body')
      .where({
        ...address,
        ...(wanted === 'current'
          ? {}
          : /^\d{1,9}$/u.test(digest)
            ? { number: Number(digest) }
            : { digest }),
      })
      .orderBy('revision.number', 'DESC')
      .limit(1)
      .getOne();
    if (row === null) throw notFound('revision');
    return row;
  }
}

function unitsOf(body: string, previous: KeyedUnit[] | null, locale: string): KeyedUnit[] {
  return assignKeys(segmentBody(body, { locale }).units, previous);
}

function paragraphView({ source, words }: KeyedUnit): ParagraphView {
  return { text: taggedText(source), words };
}
