import { type FeedFilter, type FeedPlace, type FeedReading, poolOf, readFeed } from '#engine';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { noSuchPlace } from './feed-place.js';

export type FeedPage = Extract<FeedReading, { outcome: 'page' }>;

/** A page that somebody wants. */
export interface WantedPage {
  place: FeedPlace;
  filter: FeedFilter;
  limit: number;
}

/** Reads pages of the feed; a problem where there is nothing to go on from. */
@Injectable()
export class FeedReader {
  private readonly underWay = new Map<string, Promise<FeedPage>>();

  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async page(workspaceId: string, wanted: WantedPage): Promise<FeedPage> {
    const reading = await readFeed(poolOf(this.dataSource), workspaceId, wanted);
    if (reading.outcome === 'page') return reading;
    throw noSuchPlace(reading);
  }

  /**
   * The same for streams: those that wake at the same moment and want the same share one reading. It may have begun
   * before it was asked for, and then ends where the feed ended at that time.
   */
  async sharedPage(workspaceId: string, wanted: WantedPage): Promise<FeedPage> {
    const key = JSON.stringify([workspaceId, wanted]);
    const known = this.underWay.get(key);
    if (known !== undefined) return known;
    const reading = this.page(workspaceId, wanted).finally(() => this.underWay.delete(key));
    this.underWay.set(key, reading);
    return reading;
  }
}
