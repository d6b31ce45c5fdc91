import type { Actor } from '#domain';
import { ItemEntity, type SegmentEdit, WorkflowEngine } from '#engine';
import {
  canonicalLocale,
  ExchangeError,
  type ExchangeEvent,
  type FileRead,
  type UnitRead,
} from '#localization';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { notValid, notValidAt, refused } from '../http/problem.js';
import { isUuid } from '../http/paging.js';
import { ItemReader } from '../items/item-reader.js';
import type { ImportedFileView, ImportQuery, ImportReport } from './interchange.dto.js';

export interface Importing extends ImportQuery {
  workspaceId: string;
  actor: Actor;
  /** the item that was asked for; undefined: any of the workspace */
  itemId?: string;
  /** the version that its sender decided on; left out: whichever it is */
  expectedVersion?: number | null;
}

/** Brings files of translators in, the units of each item by one change of that item. */
@Injectable()
export class ImportUnits {
  constructor(
    private readonly engine: WorkflowEngine,
    private readonly items: ItemReader,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  /**
   * Reads the file to its end before anything of it is applied, so that a broken one changes nothing; then once more,
   * holding no more than the units of one item.
   */
  async import(
    read: () => AsyncIterable<ExchangeEvent>,
    importing: Importing,
  ): Promise<ImportReport> {
    if (importing.itemId !== undefined) {
      await this.items.require(importing.workspaceId, importing.itemId);
    }
    await this.check(read(), importing);
    const files: ImportedFileView[] = [];
    let units: UnitRead[] = [];
    let file: FileRead | null = null;
    for await (const event of read()) {
      if (event.kind === 'file') {
        file = event;
        units = [];
      } else if (event.kind === 'unit') {
        units.push(event);
      } else if (file !== null) {
        files.push(await this.apply(file, units, importing));
      }
    }
    return { preview: importing.preview === true, files };
  }

  private async check(events: AsyncIterable<ExchangeEvent>, { itemId }: Importing): Promise<void> {
    try {
      for await (const event of events) {
        if (event.kind !== 'file' || itemId === undefined || event.itemId === itemId) continue;
        throw notValid([
          {
            pointer: '',
            code: 'other_item',
            detail: `Line ${event.line}: expected a file of item ${itemId}; found one of ${event.itemId}. Send files of several items to /v1/xliff.`,
          },
        ]);
      }
    } catch (error) {
      if (!(error instanceof ExchangeError)) throw error;
      throw notValidAt('', error.message, error.code);
    }
  }

  private async apply(
    file: FileRead,
    units: UnitRead[],
    importing: Importing,
  ): Promise<ImportedFileView> {
    const { workspaceId, actor, preview = false } = importing;
    const about = {
      itemId: file.itemId,
      slug: file.slug,
      locale: file.targetLocale,
      units: units.length,
      changed: 0,
      unchanged: 0,
      setAside: [],
    };
    const locale = isUuid(file.itemId) ? await this.localeOf(workspaceId, file.itemId) : null;
    if (locale === null) return { ...about, outcome: 'missing' };
    if (canonicalLocale(file.targetLocale) !== locale) {
      return { ...about, locale, outcome: 'other_locale' };
    }
    let imported: ImportedFileView | null = null;
    const outcome = await this.engine.apply(
      { itemId: file.itemId },
      {
        type: 'translate',
        edits: units.map(editOf),
        origin: 'imported',
        fromFile: true,
        asOf: file.itemVersion,
        acceptReordered: importing.acceptReordered === true,
        rebuild: importing.rebuild === true,
      },
      {
        workspaceId,
        actor,
        expectedVersion: importing.expectedVersion ?? null,
        dryRun: preview,
        idempotency: null,
        answer: ({ item, settled, changed }) => {
          const setAside = settled.flatMap((each, index) =>
            each.outcome === 'set_aside'
              ? [{ key: each.key, code: each.code, detail: each.detail, line: units[index]!.line }]
              : [],
          );
          imported = {
            ...about,
            locale,
            outcome: changed ? 'applied' : 'unchanged',
            version: item.version,
            changed: settled.filter((each) => each.outcome === 'changed').length,
            unchanged: settled.filter((each) => each.outcome === 'unchanged').length,
            setAside,
            translation: item.translation,
          };
          return { status: 200, etag: null, location: null, body: '' };
        },
      },
    );
    if (outcome.outcome === 'answered' && imported !== null) return imported;
    if (outcome.outcome === 'refused') {
      if (outcome.refusal.kind === 'stale') throw refused(outcome.refusal, []);
      return { ...about, locale, outcome: 'refused', reasons: outcome.refusal.reasons };
    }
    return { ...about, locale, outcome: 'missing' };
  }

  private async localeOf(workspaceId: string, id: string): Promise<string | null> {
    const found = await this.dataSource
      .getRepository(ItemEntity)
      .findOne({ where: { workspaceId, id }, select: { locale: true } });
    return found?.locale ?? null;
  }
}

function editOf({ key, sourceHash, source, target, state, note }: UnitRead): SegmentEdit {
  return {
    key,
    ...(sourceHash === null ? { source } : { sourceHash }),
    target,
    state,
    ...(note === undefined ? {} : { note }),
  };
}
