import { poolOf, readFeedTips } from '#engine';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { setTimeout as delay } from 'node:timers/promises';
import type { DataSource } from 'typeorm';

/** Milliseconds between two looks at how far the feeds have come. */
const LOOK_EVERY_MS = 250;

interface Waiting {
  workspaceId: string;
  position: number;
  wake: () => void;
}

/**
 * Tells streams when there is something new. One query looks for all of them, however many there are in whatever
 * workspaces, and none while nobody waits.
 */
@Injectable()
export class FeedTips {
  private readonly waiting = new Set<Waiting>();
  private looking = false;

  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Until the feed has come beyond a position, the time is over or the signal says that nobody waits any more. */
  async beyond(
    { workspaceId, position }: { workspaceId: string; position: number },
    until: { ms: number; signal: AbortSignal },
  ): Promise<void> {
    if (until.signal.aborted || until.ms <= 0) return;
    await new Promise<void>((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        until.signal.removeEventListener('abort', wake);
        this.waiting.delete(waiting);
        resolve();
      };
      const waiting: Waiting = { workspaceId, position, wake };
      const timer = setTimeout(wake, until.ms);
      until.signal.addEventListener('abort', wake);
      this.waiting.add(waiting);
      if (!this.looking) void this.look();
    });
  }

  private async look(): Promise<void> {
    this.looking = true;
    while (this.waiting.size > 0) {
      await delay(LOOK_EVERY_MS);
      const workspaceIds = [...new Set([...this.waiting].map((each) => each.workspaceId))];
      if (workspaceIds.length === 0) break;
      // A database that does not answer has nothing new; it is asked again.
      const tips = await readFeedTips(poolOf(this.dataSource), workspaceIds).catch(
        () => new Map<string, number>(),
      );
      for (const { workspaceId, position, wake } of this.waiting) {
        if ((tips.get(workspaceId) ?? 0) > position) wake();
      }
    }
    this.looking = false;
  }
}
