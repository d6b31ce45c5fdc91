import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { schemaFault } from '../../../../migrations/index.js';
import { Public } from '../auth/caller.decorator.js';
import { Problems } from '../http/documented.js';
import { ProblemError } from '../http/problem.js';
import { Draining } from './draining.js';

class HealthView {
  @ApiProperty()
  status!: string;
}

@ApiTags('operation')
@Public()
@Controller()
export class HealthController {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly draining: Draining,
  ) {}

  /** The process lives; it says nothing of what it needs. */
  @Get('livez')
  @ApiOkResponse({ type: HealthView })
  live(): HealthView {
    return { status: 'alive' };
  }

  /** Requests can be served: the database answers, its schema is the expected one, no shutdown is under way. */
  @Get('readyz')
  @Problems(503)
  @ApiOkResponse({ type: HealthView })
  async ready(): Promise<HealthView> {
    if (this.draining.isUnderWay) throw notReady('draining', 'This process is shutting down.');
    const fault = await schemaFault(this.dataSource);
    if (fault !== null) throw notReady(fault.code, fault.detail);
    return { status: 'ready' };
  }
}

function notReady(code: string, detail: string): ProblemError {
  return new ProblemError(503, code, detail, { headers: { 'retry-after': '1' } });
}
