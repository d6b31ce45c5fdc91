import type { AttachmentStore } from '#attachments';
import { type AttachmentState, availableEvents, fileNameProblems, whyNotAttach } from '#domain';
import { type Caller as AuthenticatedCaller, newId, WorkflowEngine } from '#engine';
import { Controller, Delete, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiProduces,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Caller } from '../auth/caller.decorator.js';
import { sendOutcome } from '../http/answer.js';
import {
  AnswerHeaders,
  Idempotent,
  KnownByEtag,
  MayExpectVersion,
  PageOf,
  Problems,
} from '../http/documented.js';
import { idempotencyKey } from '../http/idempotency-key.js';
import type { Page } from '../http/paging.js';
import { ifMatch } from '../http/preconditions.js';
import { notFound, notValid, refused } from '../http/problem.js';
import { StreamedBody } from '../http/streamed-body.js';
import { UuidParameter } from '../http/uuid-parameter.js';
import { ItemReader } from '../items/item-reader.js';
import { ATTACHMENT_STORE } from './attachment-store.provider.js';
import { AttachmentUpload } from './attachment-upload.js';
import { attachedAnswer, detachedAnswer } from './attachment-answers.js';
import { AttachmentView, attachmentView, NewAttachmentQuery } from './attachments.dto.js';
import { sendAttachment } from './send-attachment.js';

@ApiTags('attachments')
@Controller('v1/items/:itemId/attachments')
export class AttachmentsController {
  constructor(
    private readonly engine: WorkflowEngine,
    private readonly items: ItemReader,
    private readonly upload: AttachmentUpload,
    @Inject(ATTACHMENT_STORE) private readonly store: AttachmentStore,
  ) {}

  /** Attaches a file, sent as it is. The same bytes under the same name again change nothing. */
  @Post()
  @StreamedBody()
  @MayExpectVersion()
  @Idempotent()
  @ApiHeader({
    name: 'Content-Digest',
    required: false,
    description: 'RFC 9530, sha-256; other bytes are refused',
  })
  @AnswerHeaders('ETag')
  @ApiCreatedResponse({ type: AttachmentView })
  @ApiOkResponse({ type: AttachmentView, description: 'it was there already' })
  async attach(
    @Param('itemId', UuidParameter) itemId: string,
    @Query() { name }: NewAttachmentQuery,
    @Caller() { workspaceId, actor }: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const expectedVersion = ifMatch(request);
    const problems = fileNameProblems(name);
    if (problems.length > 0) throw notValid(problems);
    // Who may not attach is told before the bytes are taken.
    const { item, process } = await this.items.one(workspaceId, itemId);
    const refusal = whyNotAttach(process, item, actor);
    if (refusal !== null) throw refused(refusal, availableEvents(process, item, actor));
    const stored = await this.upload.receive(request);
    const outcome = await this.engine.apply(
      { itemId },
      { type: 'attach', attachmentId: newId(), name, ...stored },
      {
        workspaceId,
        actor,
        expectedVersion,
        idempotency: idempotencyKey(request, { digest: stored.digest }),
        answer: attachedAnswer(name, stored.digest),
      },
    );
    sendOutcome(outcome, { reply, actor });
  }

  /** The attachments of an item, oldest first. */
  @Get()
  @PageOf(AttachmentView)
  async list(
    @Param('itemId', UuidParameter) itemId: string,
    @Caller() { workspaceId }: AuthenticatedCaller,
  ): Promise<Page<AttachmentView>> {
    const { item } = await this.items.one(workspaceId, itemId);
    return { items: item.attachments.map(attachmentView), nextCursor: null };
  }

  /** The file as it was sent, or a part of it. */
  @Get(':attachmentId')
  @ApiHeader({ name: 'Range', required: false, description: 'one part: bytes=0-999' })
  @ApiHeader({
    name: 'If-Range',
    required: false,
    description: 'the ETag of what a part is asked of; all of it where it is another by now',
  })
  @KnownByEtag()
  @AnswerHeaders('Content-Disposition', 'Repr-Digest')
  @Problems(416)
  @ApiProduces('*/*')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @ApiResponse({ status: 206, schema: { type: 'string', format: 'binary' } })
  async download(
    @Param('itemId', UuidParameter) itemId: string,
    @Param('attachmentId', UuidParameter) attachmentId: string,
    @Caller() { workspaceId }: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const attachment = await this.require(workspaceId, itemId, attachmentId);
    await sendAttachment(attachment, this.store, { request, reply });
  }

  /** Takes an attachment off the item. Its bytes stay, since the trail names them. */
  @Delete(':attachmentId')
  @MayExpectVersion()
  @AnswerHeaders('ETag')
  @ApiNoContentResponse()
  async detach(
    @Param('itemId', UuidParameter) itemId: string,
    @Param('attachmentId', UuidParameter) attachmentId: string,
    @Caller() { workspaceId, actor }: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { id } = await this.require(workspaceId, itemId, attachmentId);
    const outcome = await this.engine.apply(
      { itemId },
      { type: 'detach', attachmentId: id },
      {
        workspaceId,
        actor,
        expectedVersion: ifMatch(request),
        idempotency: null,
        answer: detachedAnswer,
      },
    );
    sendOutcome(outcome, { reply, actor });
  }

  private async require(
    workspaceId: string,
    itemId: string,
    attachmentId: string,
  ): Promise<AttachmentState> {
    const { item } = await this.items.one(workspaceId, itemId);
    const wanted = attachmentId.toLowerCase();
    const found = item.attachments.find(({ id }) => id === wanted);
    if (found === undefined) throw notFound('attachment');
    return found;
  }
}
