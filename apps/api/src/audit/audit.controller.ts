import type { Caller as AuthenticatedCaller } from '#engine';
import { Controller, Get, Header, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import { Readable } from 'node:stream';
import type { DataSource } from 'typeorm';
import { Caller, Requires } from '../auth/caller.decorator.js';
import { auditExport } from './audit-export.js';

@ApiTags('audit')
@Controller('v1/audit')
export class AuditController {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Every trail of the workspace with the state it should lead to, as JSON lines, for `baton verify`. */
  @Get('export')
  @Requires({ scope: 'read', functions: ['enablement', 'legal'] })
  @Header('content-type', 'application/x-ndjson; charset=utf-8')
  @ApiProduces('application/x-ndjson')
  @ApiOkResponse({ schema: { type: 'string' } })
  export(@Caller() { workspaceId }: AuthenticatedCaller): StreamableFile {
    return new StreamableFile(Readable.from(auditExport(this.dataSource, workspaceId)));
  }
}
