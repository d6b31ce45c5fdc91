import { checkProcess, type ProcessFinding } from '#domain';
import {
  activateVersion,
  type Caller as AuthenticatedCaller,
  checkVersion,
  deployProcess,
  loadStaff,
  retireVersion,
} from '#engine';
import { Body, Controller, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiTags,
  type ApiBodyOptions,
} from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { Caller, RequiresAdministrator } from '../auth/caller.decorator.js';
import { createOnce } from '../http/create-once.js';
import { Idempotent, Problems } from '../http/documented.js';
import { notFound, ProblemError } from '../http/problem.js';
import { YAML_TYPES } from '../http/yaml-body.js';
import { remedyFor } from './finding-remedies.js';
import { ProcessReader } from './process-reader.js';
import { processIn } from './process-source.js';
import { CheckBody, CheckQuery, FindingsView, ProcessView, RetireBody } from './processes.dto.js';

const SOURCE: ApiBodyOptions = {
  description: 'a process as people write it or as it is stored; see /process.schema.json',
  schema: { type: 'object', additionalProperties: true },
};

/**
 * A process version is deployed, checked, activated and retired by enablement; what it says never changes. `:process` is
 * a digest, or the id of a process for its active version.
 */
@ApiTags('processes')
@RequiresAdministrator()
@Controller('v1/processes')
export class ProcessLifeController {
  constructor(
    private readonly reader: ProcessReader,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  /** Stores a process as a draft (201). The same one again changes nothing (200). */
  @Post()
  @Idempotent()
  @ApiConsumes('application/json', ...YAML_TYPES)
  @ApiBody(SOURCE)
  @ApiCreatedResponse({ type: ProcessView })
  @ApiOkResponse({ type: ProcessView, description: 'it was there already' })
  async deploy(
    @Caller() caller: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const definition = processIn(request);
    const { workspaceId, actor } = caller;
    await createOnce(this.dataSource, { caller, request, reply }, async (manager) => {
      const { digest, isNew } = await deployProcess(manager, { workspaceId, definition, actor });
      const sent = await this.reader.view(workspaceId, digest, manager);
      return { location: `/v1/processes/${digest}`, sent, status: isNew ? 201 : 200 };
    });
  }

  /** Checks a process against today's staffing without keeping anything. */
  @Post('check')
  @HttpCode(200)
  @ApiConsumes('application/json', ...YAML_TYPES)
  @ApiBody(SOURCE)
  @ApiOkResponse({ type: FindingsView })
  async checkSource(
    @Query() query: CheckQuery,
    @Caller() { workspaceId }: AuthenticatedCaller,
    @Req() request: FastifyRequest,
  ): Promise<FindingsView> {
    const definition = processIn(request);
    const staff = await loadStaff(this.dataSource.manager, workspaceId);
    const now = new Date().toISOString();
    return { findings: checkProcess(definition, { staff, now, ...goalIn(query) }) };
  }

  /** Checks a version against today's staffing and keeps what was found. */
  @Post(':process/check')
  @HttpCode(200)
  @ApiOkResponse({ type: FindingsView })
  async check(
    @Param('process') wanted: string,
    @Body() body: CheckBody,
    @Caller() { workspaceId, actor }: AuthenticatedCaller,
  ): Promise<FindingsView> {
    const { digest } = await this.reader.find(workspaceId, wanted);
    const findings = await this.dataSource.transaction((manager) =>
      checkVersion(manager, { workspaceId, digest, actor }, goalIn(body)),
    );
    if (findings === null) throw notFound('process');
    return { findings };
  }

  /** Checks a version once more and lets new items begin with it; the active one of the same process is retired by it. */
  @Post(':process/activate')
  @Problems(409)
  @HttpCode(200)
  @ApiOkResponse({ type: ProcessView })
  async activate(
    @Param('process') wanted: string,
    @Caller() { workspaceId, actor }: AuthenticatedCaller,
  ): Promise<ProcessView> {
    const { digest } = await this.reader.find(workspaceId, wanted);
    const activation = await this.dataSource.transaction((manager) =>
      activateVersion(manager, { workspaceId, digest, actor }),
    );
    if (activation.outcome === 'missing') throw notFound('process');
    if (activation.outcome === 'refused') throw notActivated(activation.findings);
    return this.reader.view(workspaceId, digest);
  }

  /** Takes a version out of use: new items refuse it, those that are pinned to it go on. */
  @Post(':process/retire')
  @Problems(409)
  @HttpCode(200)
  @ApiOkResponse({ type: ProcessView })
  async retire(
    @Param('process') wanted: string,
    @Body() { comment }: RetireBody,
    @Caller() { workspaceId, actor }: AuthenticatedCaller,
  ): Promise<ProcessView> {
    const { digest } = await this.reader.find(workspaceId, wanted);
    const retirement = await this.dataSource.transaction((manager) =>
      retireVersion(manager, { workspaceId, digest, actor }, comment),
    );
    switch (retirement.outcome) {
      case 'missing':
        throw notFound('process');
      case 'already_retired':
        throw conflict('already_retired', 'This version was retired already.', 'Leave it so.');
      case 'last_of_its_kind':
        throw conflict(
          'last_of_its_kind',
          `New items of kind ${retirement.kind} begin with this version, and there would be none.`,
          'Activate another version of this process; that retires this one.',
        );
      case 'retired':
        return this.reader.view(workspaceId, digest);
    }
  }
}

function goalIn({ goalDate }: CheckBody): { goalDate?: string } {
  return goalDate === undefined ? {} : { goalDate };
}

function notActivated(findings: ProcessFinding[]): ProblemError {
  const errors = findings.filter(({ severity }) => severity === 'error');
  return new ProblemError(409, 'process_has_errors', errors.map(({ detail }) => detail).join(' '), {
    reasons: errors.map(({ code, detail }) => ({
      code,
      detail,
      remedy: remedyFor(code),
    })),
    findings,
  });
}

function conflict(code: string, detail: string, remedy: string): ProblemError {
  return new ProblemError(409, code, detail, { reasons: [{ code, detail, remedy }] });
}
