import { originOf, verifierOf } from '#domain';
import {
  type Caller as AuthenticatedCaller,
  checkpointRows,
  readAuditKeys,
  readCheckpointRow,
  type StoredCheckpoint,
} from '#engine';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import {
  ApiExtraModels,
  ApiOkResponse,
  ApiResponse,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { Caller, Requires } from '../auth/caller.decorator.js';
import { AnswerHeaders, PageOf } from '../http/documented.js';
import { isNumber, keyIn, type Page, pageOf, PageQuery } from '../http/paging.js';
import { ProblemError, ProblemView } from '../http/problem.js';
import { wantedMediaType } from '../http/wanted-media-type.js';
import { AuditKeyView, CheckpointView } from './audit.dto.js';

const FORMS = ['application/json', 'text/plain'] as const;

@ApiTags('audit')
@Requires({ scope: 'read', functions: ['enablement', 'legal'] })
@Controller('v1/audit')
export class CheckpointsController {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** The newest checkpoint. `Accept: text/plain` asks for the bare signed note, to be kept. */
  @Get('checkpoint')
  @AnswerHeaders('Vary')
  @ApiExtraModels(CheckpointView)
  @ApiOkResponse({
    content: {
      'application/json': { schema: { $ref: getSchemaPath(CheckpointView) } },
      'text/plain': { schema: { type: 'string' } },
    },
  })
  @ApiResponse({ status: 404, type: ProblemView, description: 'nothing is signed yet' })
  @ApiResponse({ status: 406, type: ProblemView, description: 'neither JSON nor text is wanted' })
  async newest(
    @Caller() { workspaceId }: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const form = wantedMediaType(request.headers.accept, FORMS);
    const row = await readCheckpointRow(this.dataSource.manager, workspaceId);
    if (row === null) {
      throw new ProblemError(
        404,
        'nothing_signed',
        'Expected a checkpoint; nothing of this workspace is signed yet. A worker with an audit key signs what is new once a minute.',
      );
    }
    const written = form === 'text/plain' ? row.note : JSON.stringify(checkpointView(row));
    void reply.header('vary', 'Accept').type(`${form}; charset=utf-8`).send(written);
  }

  /** Every checkpoint, the smallest tree first. */
  @Get('checkpoints')
  @PageOf(CheckpointView)
  async list(
    @Query() query: PageQuery,
    @Caller() { workspaceId }: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<CheckpointView>> {
    const after = keyIn(query.cursor, isNumber) ?? 0;
    const rows = await checkpointRows(this.dataSource.manager, workspaceId, {
      after,
      limit: query.limit + 1,
    });
    const key = ({ size }: StoredCheckpoint) => size;
    return pageOf(rows, query, { key, view: checkpointView }, { request, reply });
  }

  /** The keys that checkpoints are and were signed with, under the name of this workspace's tree; the first one first. */
  @Get('keys')
  @ApiOkResponse({ type: [AuditKeyView] })
  async keys(@Caller() { workspaceId }: AuthenticatedCaller): Promise<AuditKeyView[]> {
    const name = originOf(workspaceId);
    const keys = await readAuditKeys(this.dataSource.manager);
    return keys.map(({ number, publicKey, statement, activatedAt, retiredAt }) => ({
      number,
      verifier: verifierOf({ name, publicKey }),
      activatedAt: activatedAt.toISOString(),
      retiredAt: retiredAt?.toISOString() ?? null,
      statement,
    }));
  }
}

function checkpointView({ size, root, note, signedAt }: StoredCheckpoint): CheckpointView {
  return { size, root: root.toString('base64'), signedAt: signedAt.toISOString(), note };
}
