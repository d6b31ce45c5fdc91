import { differencesBetween } from '#domain';
import type { Caller as AuthenticatedCaller } from '#engine';
import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Caller } from '../auth/caller.decorator.js';
import { processMermaid, processSvg } from './diagram/index.js';
import { definitionOf, ProcessReader } from './process-reader.js';
import { DifferencesView, ProcessSummary, ProcessView } from './processes.dto.js';

/** `:process` is a digest, or the id of a process for its active version. */
@ApiTags('processes')
@Controller('v1/processes')
export class ProcessesController {
  /** Pictures by digest: a version never changes, and drawing one takes a tenth of a second. */
  private readonly pictures = new Map<string, Promise<string>>();

  constructor(private readonly reader: ProcessReader) {}

  /** The process versions of the workspace. */
  @Get()
  @ApiOkResponse({ type: [ProcessSummary] })
  async list(@Caller() { workspaceId }: AuthenticatedCaller): Promise<ProcessSummary[]> {
    return this.reader.all(workspaceId);
  }

  /** A process as JSON, by digest, or by id for its active version. */
  @Get(':process')
  @ApiOkResponse({ type: ProcessView })
  async read(
    @Param('process') wanted: string,
    @Caller() { workspaceId }: AuthenticatedCaller,
  ): Promise<ProcessView> {
    return this.reader.view(workspaceId, wanted);
  }

  /** What another version changed, in sentences. */
  @Get(':process/diff/:other')
  @ApiOkResponse({ type: DifferencesView })
  async diff(
    @Param('process') wanted: string,
    @Param('other') other: string,
    @Caller() { workspaceId }: AuthenticatedCaller,
  ): Promise<DifferencesView> {
    const older = definitionOf(await this.reader.find(workspaceId, wanted));
    const newer = definitionOf(await this.reader.find(workspaceId, other));
    return { differences: differencesBetween(older, newer) };
  }

  /** A process as a Mermaid state diagram. */
  @Get(':process/mermaid')
  @Header('content-type', 'text/plain; charset=utf-8')
  @ApiProduces('text/plain')
  @ApiOkResponse({ schema: { type: 'string' } })
  async mermaid(
    @Param('process') wanted: string,
    @Caller() { workspaceId }: AuthenticatedCaller,
  ): Promise<string> {
    return processMermaid(definitionOf(await this.reader.find(workspaceId, wanted)));
  }

  /** A process as a picture. */
  @Get(':process/svg')
  @Header('content-type', 'image/svg+xml; charset=utf-8')
  @ApiProduces('image/svg+xml')
  @ApiOkResponse({ schema: { type: 'string' } })
  async svg(
    @Param('process') wanted: string,
    @Caller() { workspaceId }: AuthenticatedCaller,
  ): Promise<string> {
    const row = await this.reader.find(workspaceId, wanted);
    const drawn = this.pictures.get(row.digest) ?? processSvg(definitionOf(row));
    this.pictures.set(row.digest, drawn);
    // A picture that failed is drawn anew when it is asked for again.
    drawn.catch(() => this.pictures.delete(row.digest));
    return drawn;
  }
}
