import type { Caller as AuthenticatedCaller } from '#engine';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Caller, Requires } from '../auth/caller.decorator.js';
import { ProblemView } from '../http/problem.js';
import { AuditProofs } from './audit-proofs.js';
import { ConsistencyQuery, ConsistencyView, InclusionQuery, InclusionView } from './audit.dto.js';

const problem = (status: number, description: string) =>
  ApiResponse({ status, type: ProblemView, description });

@ApiTags('audit')
@Requires({ scope: 'read', functions: ['enablement', 'legal'] })
@Controller('v1/audit')
export class ProofsController {
  constructor(private readonly proofs: AuditProofs) {}

  /** That a row of a trail is a leaf of the tree, as RFC 6962 proves it. */
  @Get('proof')
  @ApiOkResponse({ type: InclusionView })
  @problem(404, 'no such row')
  @problem(409, 'the row has no leaf yet, or no checkpoint covers it')
  @problem(422, 'no such tree, or one without this leaf')
  async inclusion(
    @Query() query: InclusionQuery,
    @Caller() { workspaceId }: AuthenticatedCaller,
  ): Promise<InclusionView> {
    return this.proofs.inclusion(workspaceId, query);
  }

  /** That a larger tree begins with a smaller one, so that nothing was changed or taken away, as RFC 6962 proves it. */
  @Get('consistency')
  @ApiOkResponse({ type: ConsistencyView })
  @problem(422, 'no such trees')
  async consistency(
    @Query() query: ConsistencyQuery,
    @Caller() { workspaceId }: AuthenticatedCaller,
  ): Promise<ConsistencyView> {
    return this.proofs.consistency(workspaceId, query);
  }
}
