import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Public } from '../auth/caller.decorator.js';
import { asyncApiDocument } from './asyncapi.js';

@ApiTags('webhooks')
@Controller()
export class AsyncApiController {
  private readonly document = asyncApiDocument();

  /** What webhooks are sent, as AsyncAPI 3: a message for each type of fact. */
  @Get('asyncapi.json')
  @Public()
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: true } })
  describe(): object {
    return this.document;
  }
}
