import { type Caller as AuthenticatedCaller, type SegmentEdit, WorkflowEngine } from '#engine';
import {
  carryCodes,
  type KeyedUnit,
  type MachineTranslation,
  taggedText,
  wordDiff,
} from '#localization';
import {
  Body,
  Controller,
  Get,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Caller } from '../auth/caller.decorator.js';
import { sendOutcome } from '../http/answer.js';
import { ChangesItem, Idempotent, Problems } from '../http/documented.js';
import { idempotencyKey } from '../http/idempotency-key.js';
import { requireIfMatch } from '../http/preconditions.js';
import { notFound } from '../http/problem.js';
import { UuidParameter } from '../http/uuid-parameter.js';
import { Proposals } from '../interchange/proposals.js';
import { etagOf } from '../items/item-view.js';
import { MACHINE_TRANSLATION } from './machine-translation.provider.js';
import { SegmentDesk } from './segment-desk.js';
import { reportOf } from './segment-view.js';
import { PretranslateBody, ProposalQuery, ProposalsView } from './proposals.dto.js';
import { SegmentsReport } from './segments.dto.js';

@ApiTags('segments')
@Controller('v1/items/:itemId/segments')
export class ProposalsController {
  constructor(
    private readonly engine: WorkflowEngine,
    private readonly desks: SegmentDesk,
    private readonly proposals: Proposals,
    @Inject(MACHINE_TRANSLATION) private readonly machine: MachineTranslation,
  ) {}

  /** What the memory of the workspace has for a segment, and the machine where it is asked. */
  @Get(':key/proposals')
  @Problems(409)
  @ApiOkResponse({ type: ProposalsView })
  async read(
    @Param('itemId', UuidParameter) itemId: string,
    @Param('key') key: string,
    @Query() { least = 75, machine = false }: ProposalQuery,
    @Caller() { workspaceId }: AuthenticatedCaller,
  ): Promise<ProposalsView> {
    const { desk } = await this.desks.of(workspaceId, itemId);
    const unit = desk.text.units.find((each) => each.key === key);
    if (unit === undefined) throw notFound('segment');
    const wanted = taggedText(unit.source);
    const known = (await this.proposals.of(desk, { units: [unit], least })).get(key) ?? [];
    const locales = { source: desk.text.locale, target: desk.item.locale };
    const made = machine ? await this.machine.translate([unit.source], locales) : [];
    return {
      items: [
        ...known.map(({ source, target, score, origin }) => {
          const text = taggedText(source);
          const sourceDiff = wordDiff(text, wanted, locales.source);
          return { score, source: text, sourceDiff, target: taggedText(target), origin };
        }),
        ...made.map((target) => ({
          score: 0,
          source: wanted,
          sourceDiff: wordDiff(wanted, wanted, locales.source),
          target: taggedText(target),
          origin: this.machine.name,
        })),
      ],
    };
  }

  /** Fills what nobody has translated with proposals of the memory, and of the machine where it is asked. */
  @Post('pretranslate')
  @HttpCode(200)
  @ChangesItem()
  @Idempotent()
  @ApiOkResponse({ type: SegmentsReport })
  async pretranslate(
    @Param('itemId', UuidParameter) itemId: string,
    @Body() { least = 75, machine = false }: PretranslateBody,
    @Caller() { workspaceId, actor }: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const expectedVersion = requireIfMatch(request);
    const { desk } = await this.desks.of(workspaceId, itemId);
    const open = desk.text.units.filter(({ key }) => (desk.rows.get(key)?.target ?? null) === null);
    const known = await this.proposals.of(desk, { units: open, least, most: 1 });
    const edits: SegmentEdit[] = open.flatMap((unit) => {
      const [best] = known.get(unit.key) ?? [];
      return best === undefined
        ? []
        : [proposed(unit, taggedText(carryCodes(unit.source, best.target)), 'memory')];
    });
    const left = machine ? open.filter(({ key }) => !known.has(key)) : [];
    const made = await this.machine.translate(
      left.map(({ source }) => source),
      { source: desk.text.locale, target: desk.item.locale },
    );
    edits.push(...left.map((unit, index) => proposed(unit, taggedText(made[index]!), 'machine')));
    const outcome = await this.engine.apply(
      { itemId },
      {
        type: 'translate',
        edits,
        origin: 'memory',
        fromFile: true,
        acceptReordered: true,
        rebuild: false,
      },
      {
        workspaceId,
        actor,
        expectedVersion,
        idempotency: idempotencyKey(request),
        answer: (applied) => ({
          status: 200,
          etag: etagOf(applied.item.version),
          location: null,
          body: JSON.stringify(reportOf(applied)),
        }),
      },
    );
    sendOutcome(outcome, { reply, actor });
  }
}

function proposed(
  { key, hash }: KeyedUnit,
  target: string,
  origin: 'memory' | 'machine',
): SegmentEdit {
  return { key, sourceHash: hash, target, state: 'proposed', origin };
}
