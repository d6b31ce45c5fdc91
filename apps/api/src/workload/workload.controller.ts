import type { Caller as AuthenticatedCaller } from '#engine';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Caller } from '../auth/caller.decorator.js';
import { isUuid, keyIn, pageOf } from '../http/paging.js';
import { workloadOf } from './workload.js';
import { WorkloadReader } from './workload-reader.js';
import { type PersonLoadView, WorkloadQuery, WorkloadView } from './workload.dto.js';

@ApiTags('workload')
@Controller('v1/workload')
export class WorkloadController {
  constructor(private readonly reader: WorkloadReader) {}

  /**
   * Who has how much to do, who could take how much, and what nobody has taken on. With a filter, only tasks that fit it
   * count, and only people are listed who work in that or hold such tasks.
   */
  @Get()
  @ApiOkResponse({ type: WorkloadView })
  async read(
    @Query() query: WorkloadQuery,
    @Caller() { workspaceId }: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WorkloadView> {
    const after = keyIn(query.cursor, isUuid) ?? '';
    const [people, offered] = await Promise.all([
      this.reader.people(workspaceId, query),
      this.reader.offered(workspaceId, query),
    ]);
    const workload = workloadOf(people, offered, query);
    const rows = workload.people.filter(({ personId }) => personId > after);
    const view = (row: PersonLoadView) => row;
    const key = ({ personId }: PersonLoadView) => personId;
    const page = pageOf(rows, query, { key, view }, { request, reply });
    return { ...page, unassigned: workload.unassigned };
  }
}
