import { whyNotShown } from '#telemetry';
import { Controller, Get, Header, Req } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Public } from '../auth/caller.decorator.js';
import { Problems } from '../http/documented.js';
import { ProblemError } from '../http/problem.js';
import type { Settings } from '../settings.js';
import { ApiMetrics } from './api-metrics.js';

@ApiTags('operation')
@Public()
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly metrics: ApiMetrics,
    private readonly config: ConfigService<Settings, true>,
  ) {}

  @Get()
  @Problems(401, 403)
  @Header('cache-control', 'no-store')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  @ApiOperation({
    summary: 'Figures for Prometheus',
    description:
      'For this machine alone, unless METRICS_TOKEN is set: then for whoever sends `Authorization: Bearer <token>`.',
  })
  @ApiOkResponse({ content: { 'text/plain': { schema: { type: 'string' } } } })
  async read(@Req() request: FastifyRequest): Promise<string> {
    const token = this.config.get('METRICS_TOKEN', { infer: true });
    const { remoteAddress } = request.socket;
    const why = whyNotShown(token, { remoteAddress, headers: request.headers });
    switch (why) {
      case 'token':
        throw new ProblemError(
          401,
          'metrics_token_wrong',
          'Expected the header "Authorization: Bearer <METRICS_TOKEN>"; found another or none.',
          { headers: { 'www-authenticate': 'Bearer realm="baton metrics"' } },
        );
      case 'remote':
        throw new ProblemError(
          403,
          'metrics_local_only',
          'Figures are for this machine alone until METRICS_TOKEN is set.',
        );
      case null:
        return this.metrics.registry.metrics();
    }
  }
}
