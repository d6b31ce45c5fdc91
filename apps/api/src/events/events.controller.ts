import type { Caller as AuthenticatedCaller, FeedFact } from '#engine';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Caller } from '../auth/caller.decorator.js';
import { AnswerHeaders, KnownByEtag } from '../http/documented.js';
import { notModified } from '../http/preconditions.js';
import { ProblemView } from '../http/problem.js';
import { EventPage, EventsQuery } from './events.dto.js';
import { feedCursor, feedPlaceIn } from './feed-place.js';
import { FeedReader } from './feed-reader.js';

@ApiTags('events')
@Controller('v1/events')
export class EventsController {
  constructor(private readonly reader: FeedReader) {}

  /**
   * What happened in the workspace, in one order without gaps: the events that webhooks deliver, under the same ids. A page
   * may be empty where none of 2,000 events passes the filter; its `nextCursor` goes on behind them.
   */
  @Get()
  @KnownByEtag()
  @AnswerHeaders('Vary', 'Link')
  @ApiOkResponse({ type: EventPage })
  @ApiResponse({ status: 404, type: ProblemView, description: 'no such event to go on from' })
  @ApiResponse({ status: 409, type: ProblemView, description: 'a cursor from a later moment' })
  async list(
    @Query() { after, limit, types, subject }: EventsQuery,
    @Caller() { workspaceId }: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const wanted = {
      place: feedPlaceIn(after, '/after'),
      filter: { types, subject: subject ?? null },
      limit,
    };
    const { facts, begun, through, tip } = await this.reader.page(workspaceId, wanted);
    const nextCursor = feedCursor(through);
    const hasMore = through < tip;
    const next = new URL(request.url, 'http://host');
    next.searchParams.set('after', nextCursor);
    // What lies between two positions never changes.
    const etag = `"${begun}-${through}${hasMore ? '-more' : ''}"`;
    void reply.headers({ etag, vary: 'Authorization', 'cache-control': 'private, no-cache' });
    if (hasMore) void reply.header('link', `<${next.pathname}${next.search}>; rel="next"`);
    if (notModified(request, etag)) return void reply.status(304).send();
    const items = `[${facts.map(eventJson).join(',')}]`;
    const page = `{"items":${items},"nextCursor":"${nextCursor}","hasMore":${hasMore}}`;
    void reply.type('application/json; charset=utf-8').send(page);
  }
}

/** The body as it was frozen, with its id and position before. */
function eventJson({ id, position, body }: FeedFact): string {
  return `{"id":"${id}","position":${position},${body.slice(1)}`;
}
