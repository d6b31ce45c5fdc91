import { PROCESS_SCHEMA } from '#domain';
import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Public } from '../auth/caller.decorator.js';

@ApiTags('processes')
@Controller()
export class ProcessSchemaController {
  /** How a process is written, as JSON Schema 2020-12; editors can be pointed at it. */
  @Get('process.schema.json')
  @Public()
  @Header('content-type', 'application/schema+json; charset=utf-8')
  @ApiProduces('application/schema+json')
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: true } })
  schema(): object {
    return PROCESS_SCHEMA;
  }
}
