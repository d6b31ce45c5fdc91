import { Controller, Get, Headers, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { AuthenticatedRequest } from '../auth/caller.decorator.js';
import { ProblemView } from '../http/problem.js';
import { EVENTS_AT_A_TIME } from './event-frames-of.js';
import { EventStreams } from './event-streams.js';
import { EventStreamQuery } from './events.dto.js';
import { feedPlaceIn } from './feed-place.js';
import { FeedReader } from './feed-reader.js';

/** Nobody in between keeps, packs or gathers what should arrive at once. */
const AS_IT_COMES = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
};

@ApiTags('events')
@Controller('v1/events/stream')
export class EventStreamController {
  constructor(
    private readonly reader: FeedReader,
    private readonly streams: EventStreams,
  ) {}

  /**
   * The same as server-sent events, as they happen: `id` is the event's id, `event` its type, `data` its body. Who comes back
   * with `Last-Event-ID` misses nothing; an id without an event moves it over what was filtered out. A stream ends when its
   * key does, at the next event or heartbeat, and when the process stops: clients connect again by themselves.
   */
  @Get()
  @ApiHeader({
    name: 'Last-Event-ID',
    required: false,
    description: 'the last `id` that was seen; goes before `after`',
  })
  @ApiProduces('text/event-stream')
  @ApiOkResponse({
    schema: { type: 'string' },
    description: 'frames with `id`, `event` and `data`, and a comment where nothing happens',
  })
  @ApiResponse({ status: 404, type: ProblemView, description: 'no such event to go on from' })
  @ApiResponse({ status: 409, type: ProblemView, description: 'a cursor from a later moment' })
  @ApiResponse({ status: 429, type: ProblemView, description: 'too many streams' })
  async stream(
    @Query() { after, lastEventId, types, subject }: EventStreamQuery,
    @Headers('last-event-id') lastSeen: string | undefined,
    @Req() request: AuthenticatedRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { caller, mayStill } = request;
    const { workspaceId } = caller;
    const place = lastSeen
      ? feedPlaceIn(lastSeen, '/Last-Event-ID')
      : lastEventId
        ? feedPlaceIn(lastEventId, '/lastEventId')
        : feedPlaceIn(after, '/after');
    const filter = { types, subject: subject ?? null };
    const limit = EVENTS_AT_A_TIME;
    const firstPage = await this.reader.page(workspaceId, { place, filter, limit });
    // A request for the head alone would never come to an end.
    if (request.method === 'HEAD') return void reply.headers(AS_IT_COMES).send('');
    const wanted = { workspaceId, filter, firstPage };
    const stream = this.streams.start(wanted, { caller, mayStill, reply });
    void reply.headers(AS_IT_COMES).send(stream);
  }
}
