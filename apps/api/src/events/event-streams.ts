import type { Caller } from '#engine';
import { Injectable } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';
import type { FastifyReply } from 'fastify';
import { Readable } from 'node:stream';
import { Draining } from '../health/draining.js';
import { ProblemError } from '../http/problem.js';
import type { Settings } from '../settings.js';
import { eventFramesOf, type StreamWanted } from './event-frames-of.js';
import { FeedReader } from './feed-reader.js';
import { FeedTips } from './feed-tips.js';

const STREAMS_OF_A_KEY = 10;
const STREAMS_OF_A_PROCESS = 500;
/** Bytes that wait for a slow reader before nothing more is read for it. */
const HELD_BYTES = 16_384;
/** Heartbeats in which a reader takes nothing of what waits for it, until it is given up. */
const PATIENCE = 4;
/** Milliseconds for a stream to end by itself before it is cut off. */
const ENDING_MS = 1000;
/** Milliseconds for which a caller is taken to be let in still: events would be asked for too often otherwise. */
const LET_IN_MS = 1000;

interface Open {
  credential: string;
  end: () => void;
}

/** The streams of this process: how many there may be, and when one ends. */
@Injectable()
export class EventStreams {
  private readonly open = new Set<Open>();

  constructor(
    private readonly reader: FeedReader,
    private readonly tips: FeedTips,
    private readonly config: ConfigService<Settings, true>,
    private readonly draining: Draining,
  ) {
    draining.onBegin(() => [...this.open].forEach(({ end }) => end()));
  }

  /**
   * A stream that ends when the process is about to stop, when its reader is gone or takes nothing any more, and when its
   * caller may no longer read, which is asked again with every heartbeat and, once a second, before events are sent. 429
   * where there are as many as may be.
   */
  start(
    wanted: Pick<StreamWanted, 'workspaceId' | 'filter' | 'firstPage'>,
    by: { caller: Caller; mayStill: () => Promise<boolean>; reply: FastifyReply },
  ): Readable {
    const credential = by.caller.actor.via ?? by.caller.personId;
    this.admit(credential);
    const heartbeatMs = this.config.get('EVENT_HEARTBEAT_MS', { infer: true });
    const ending = new AbortController();
    const frames = eventFramesOf(
      { reader: this.reader, tips: this.tips },
      { ...wanted, heartbeatMs, mayStill: askedOften(by.mayStill), signal: ending.signal },
    );
    const stream = Readable.from(frames, { objectMode: false, highWaterMark: HELD_BYTES });
    const end = () => {
      ending.abort();
      setTimeout(() => stream.destroy(), ENDING_MS).unref();
    };
    const open: Open = { credential, end };
    const isStuck = stuckness(by.reply);
    const timer = setInterval(() => {
      if (isStuck()) return stream.destroy();
      // A database that does not answer says nothing about the caller; the next heartbeat asks again.
      by.mayStill().then(
        (may) => may || end(),
        () => undefined,
      );
    }, heartbeatMs);
    // What waits for the next event does not notice by itself that nobody is there.
    by.reply.raw.once('close', () => ending.abort());
    stream.once('close', () => {
      ending.abort();
      clearInterval(timer);
      this.open.delete(open);
    });
    this.open.add(open);
    if (this.draining.isUnderWay || by.reply.raw.destroyed) end();
    return stream;
  }

  private admit(credential: string): void {
    const own = [...this.open].filter((each) => each.credential === credential).length;
    if (own >= STREAMS_OF_A_KEY) {
      throw tooMany(`Expected at most ${STREAMS_OF_A_KEY} streams of one key; found as many open.`);
    }
    if (this.open.size >= STREAMS_OF_A_PROCESS) {
      throw tooMany(
        `Expected at most ${STREAMS_OF_A_PROCESS} streams of this process; found as many open.`,
      );
    }
  }
}

/** The same question, whose answer yes counts for a while. */
function askedOften(mayStill: () => Promise<boolean>): () => Promise<boolean> {
  let askedAt = Date.now();
  return async () => {
    if (Date.now() - askedAt < LET_IN_MS) return true;
    if (!(await mayStill())) return false;
    askedAt = Date.now();
    return true;
  };
}

/** Whether a connection has taken nothing for several looks at it while something waited for it. */
function stuckness({ raw }: FastifyReply): () => boolean {
  let looks = 0;
  let taken = -1;
  return () => {
    const now = raw.socket?.bytesWritten ?? 0;
    looks = raw.writableNeedDrain && now === taken ? looks + 1 : 0;
    taken = now;
    return looks >= PATIENCE;
  };
}

function tooMany(detail: string): ProblemError {
  return new ProblemError(429, 'too_many_streams', detail, { headers: { 'retry-after': '15' } });
}
