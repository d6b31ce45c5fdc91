import {
  BulkEvents,
  type Caller as AuthenticatedCaller,
  type CommandTo,
  type Result,
} from '#engine';
import {
  Body,
  Controller,
  Get,
  HttpCode,
  Post,
  Query,
  Req,
  Res,
  StreamableFile,
} from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { Caller } from '../auth/caller.decorator.js';
import { contentDisposition } from '../http/content-disposition.js';
import { AnswerHeaders, PageOf } from '../http/documented.js';
import { type Page, pageOf } from '../http/paging.js';
import { notValid, notValidAt } from '../http/problem.js';
import { xliffOptionsOf } from '../interchange/xliff.controller.js';
import { zipOf } from '../interchange/zip-of.js';
import { problemOf } from '../items/bulk-view.js';
import { ActiveMembers } from '../people/active-members.js';
import { TaskReader } from '../tasks/task-reader.js';
import { type FoundCell, MatrixCells } from './matrix-cells.js';
import { MatrixFiles } from './matrix-files.js';
import { MatrixReader } from './matrix-reader.js';
import { matrixRowView } from './matrix-view.js';
import {
  AssignBody,
  type CellResultView,
  CellResultsView,
  MatrixFilter,
  MatrixRowView,
  MatrixTotalsView,
  RequestUpdateBody,
  XliffZipBody,
} from './matrix.dto.js';

@ApiTags('matrix')
@Controller('v1/matrix')
export class MatrixController {
  constructor(
    private readonly reader: MatrixReader,
    private readonly cells: MatrixCells,
    private readonly files: MatrixFiles,
    private readonly bulk: BulkEvents,
    private readonly members: ActiveMembers,
    private readonly tasks: TaskReader,
  ) {}

  /** Items × locales: how fresh each locale is, since when, and what is left to do. */
  @Get()
  @PageOf(MatrixRowView)
  async read(
    @Query() filter: MatrixFilter,
    @Caller() { workspaceId }: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<MatrixRowView>> {
    const rows = await this.reader.page(workspaceId, filter);
    const each = { key: ({ itemId }: { itemId: string }) => itemId, view: matrixRowView };
    return pageOf(rows, filter, each, { request, reply });
  }

  /** The same by locale, over all pages. */
  @Get('totals')
  @ApiOkResponse({ type: MatrixTotalsView })
  async totals(
    @Query() filter: MatrixFilter,
    @Caller() { workspaceId }: AuthenticatedCaller,
  ): Promise<MatrixTotalsView> {
    return { locales: await this.reader.totals(workspaceId, filter) };
  }

  /**
   * Asks for an update of locales that are published, and opens required ones that are missing, each by the rules of the
   * single event.
   */
  @Post('request-update')
  @HttpCode(200)
  @ApiOkResponse({ type: CellResultsView })
  async requestUpdate(
    @Body() { cells, comment, dryRun = false }: RequestUpdateBody,
    @Caller() caller: AuthenticatedCaller,
  ): Promise<CellResultsView> {
    const found = await this.cells.find(caller.workspaceId, cells);
    const opened = new Set<string>();
    const commands = found.map(({ itemId, variantId, required }): CommandTo[] => {
      if (variantId !== null) return [eventTo(variantId, 'request_update', comment)];
      // One event opens all that are missing of a source.
      if (!required || opened.has(itemId)) return [];
      opened.add(itemId);
      return [eventTo(itemId, 'request_variants', comment)];
    });
    return this.send(found, commands, { caller, dryRun, done: 'requested' });
  }

  /** Passes the open tasks of locales on to one person, each by the rules of passing one on. */
  @Post('assign')
  @HttpCode(200)
  @ApiOkResponse({ type: CellResultsView })
  async assign(
    @Body() { cells, personId, dryRun = false }: AssignBody,
    @Caller() caller: AuthenticatedCaller,
  ): Promise<CellResultsView> {
    const { workspaceId } = caller;
    const memberships = await this.members.membershipsOf(workspaceId, personId);
    if (memberships === null) {
      const detail = 'Expected an active person of this workspace; found none.';
      throw notValidAt('/personId', detail);
    }
    const found = await this.cells.find(workspaceId, cells);
    const ids = found.flatMap(({ variantId }) => variantId ?? []);
    const open = await this.tasks.openOf(workspaceId, ids);
    const to = { personId, memberships };
    const commands = found.map(({ variantId }): CommandTo[] =>
      (open.get(variantId ?? '') ?? []).map((taskId) => ({
        itemId: variantId!,
        command: { type: 'delegate', taskId, to },
        expectedVersion: null,
      })),
    );
    return this.send(found, commands, { caller, dryRun, done: 'assigned' });
  }

  /** The segments of locales as a zip, one XLIFF file a pair of languages; it comes back whole to `POST /v1/xliff`. */
  @Post('xliff.zip')
  @AnswerHeaders('Content-Disposition')
  @HttpCode(200)
  @ApiProduces('application/zip')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async xliff(
    @Body() { cells, ...query }: XliffZipBody,
    @Caller() { workspaceId }: AuthenticatedCaller,
  ): Promise<StreamableFile> {
    const options = xliffOptionsOf(query, (detail) => notValidAt('/profile', detail));
    const found = await this.cells.find(workspaceId, cells);
    const empty = found.flatMap(({ itemId, locale, variantId }, index) =>
      variantId === null
        ? [
            {
              pointer: `/cells/${index}`,
              code: 'not_valid',
              detail: `Expected a locale that was opened; ${locale} of ${itemId} was not.`,
            },
          ]
        : [],
    );
    if (empty.length > 0) throw notValid(empty);
    const ids = [...new Set(found.flatMap(({ variantId }) => variantId ?? []))];
    const archive = zipOf(this.files.entries(workspaceId, ids, options));
    return new StreamableFile(Readable.from(archive, { objectMode: false }), {
      type: 'application/zip',
      disposition: contentDisposition('xliff.zip'),
    });
  }

  private async send(
    found: FoundCell[],
    commands: CommandTo[][],
    how: { caller: AuthenticatedCaller; dryRun: boolean; done: 'requested' | 'assigned' },
  ): Promise<CellResultsView> {
    const { caller, dryRun, done } = how;
    let given: Result[] = [];
    const outcome = await this.bulk.send(commands.flat(), {
      workspaceId: caller.workspaceId,
      actor: caller.actor,
      dryRun,
      together: false,
      idempotency: null,
      answer: (results) => {
        given = results;
        return { status: 200, etag: null, location: null, body: '' };
      },
    });
    if (outcome.outcome === 'invalid') throw notValid(outcome.problems);
    let next = 0;
    const own = found.map((_, index) => given.slice(next, (next += commands[index]!.length)));
    const opened = new Map(
      found.flatMap(({ itemId, variantId }, index) =>
        variantId === null && own[index]!.length > 0 ? [[itemId, own[index]!] as const] : [],
      ),
    );
    return {
      results: found.map((cell, index) => {
        const shared =
          cell.variantId === null && cell.required ? opened.get(cell.itemId) : undefined;
        return cellResult(cell, shared ?? own[index]!, done);
      }),
    };
  }
}

function eventTo(itemId: string, event: string, comment: string): CommandTo {
  return { itemId, event, input: { comment }, expectedVersion: null };
}

function cellResult(
  { itemId, locale, variantId }: FoundCell,
  results: Result[],
  done: 'requested' | 'assigned',
): CellResultView {
  const cell = { itemId, locale, variantId };
  if (results.length === 0) return { ...cell, outcome: 'missing' };
  const problems = results.flatMap((result) => problemOf(result) ?? []);
  if (problems.length === 0) return { ...cell, outcome: done };
  const reasons = problems.flatMap(
    ({ code, message, extra }) => extra.reasons ?? [{ code, detail: message, remedy: '' }],
  );
  return { ...cell, outcome: 'refused', reasons };
}
