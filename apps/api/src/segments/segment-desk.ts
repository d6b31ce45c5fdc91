import { type Desk, loadGlossary, poolOf, TranslationDesk } from '#engine';
import type { Term } from '#localization';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { ProblemError } from '../http/problem.js';
import { ItemReader } from '../items/item-reader.js';

/** A variant laid out with the terms of its languages. */
export interface LaidOut {
  desk: Desk;
  terms: Term[];
}

/** Reads the segments of variants. */
@Injectable()
export class SegmentDesk {
  constructor(
    private readonly items: ItemReader,
    private readonly desk: TranslationDesk,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  /** Throws 404 where there is no such item, and 409 where it has nothing to translate. */
  async of(workspaceId: string, itemId: string): Promise<LaidOut> {
    const { item } = await this.items.one(workspaceId, itemId);
    const pool = poolOf(this.dataSource);
    const desk = await this.desk.lay(pool, item);
    if (desk === null) {
      throw item.kind === 'variant'
        ? new ProblemError(409, 'no_segments', 'The source of this variant is not published yet.')
        : new ProblemError(
            409,
            'not_a_variant',
            'Segments are those of a variant; this item is a source.',
          );
    }
    const terms = await loadGlossary(pool, workspaceId, desk.text.locale, item.locale);
    return { desk, terms };
  }
}
