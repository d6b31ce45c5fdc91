import type { Caller as AuthenticatedCaller } from '#engine';
import { lookUpLocale } from '#localization';
import { scormPackage } from '#publishing';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { Caller } from '../auth/caller.decorator.js';
import { contentDisposition } from '../http/content-disposition.js';
import { AnswerHeaders, KnownByEtag, PageOf, Problems } from '../http/documented.js';
import { type Page, pageOf } from '../http/paging.js';
import { notModified } from '../http/preconditions.js';
import { notFound, ProblemError } from '../http/problem.js';
import { languageRangesIn } from './language-ranges.js';
import { etagOfForm, formFor, PUBLISHED_FORMS } from './published-forms.js';
import { PublishedReader, type PublishedRow, type PublishedStanding } from './published-reader.js';
import {
  PublishedListQuery,
  PublishedQuery,
  PublishedSummary,
  PublishedView,
} from './published.dto.js';

type Out = Extract<PublishedStanding, { outcome: 'published' }>;

/** A text as it is served, and the source that it is of. */
interface Served {
  text: PublishedView;
  source: Out['source'];
}

@ApiTags('published')
@Controller('v1/published')
export class PublishedController {
  constructor(private readonly reader: PublishedReader) {}

  /** What is out, in the order of creation, with the locales in which it can be read. */
  @Get()
  @PageOf(PublishedSummary)
  async list(
    @Query() query: PublishedListQuery,
    @Caller() { workspaceId }: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<PublishedSummary>> {
    const rows = await this.reader.page(workspaceId, query);
    const view = ({ id: _, ...summary }: PublishedRow): PublishedSummary => summary;
    return pageOf(rows, query, { key: ({ id }) => id, view }, { request, reply });
  }

  /**
   * A text as it was last published or delivered, in the language that suits the reader best: first what is asked for,
   * cut from its end until it is there (RFC 4647 lookup), then another locale of the same language and script, then the
   * language of the source. `Accept: text/markdown` asks for the bare text. What was withdrawn is 410, with what
   * replaces it, where something does.
   */
  @Get(':slug')
  @ApiHeader({
    name: 'Accept-Language',
    required: false,
    description: 'where no `locale` is given',
  })
  @KnownByEtag()
  @AnswerHeaders('Vary', 'Content-Language')
  @Problems(406, 410)
  @ApiProduces(...PUBLISHED_FORMS.map(({ mediaType }) => mediaType))
  @ApiOkResponse({ type: PublishedView })
  async read(
    @Param('slug') slug: string,
    @Query() { locale }: PublishedQuery,
    @Caller() { workspaceId }: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const form = formFor(request.headers.accept);
    const requested = rangesOf(locale, request.headers['accept-language']);
    const { text } = await this.served(workspaceId, slug, requested);
    const written = form.write(text);
    const etag = etagOfForm(form, text.locale, written);
    void reply.headers({
      etag,
      vary: 'Accept, Accept-Language, Authorization',
      'cache-control': 'private, no-cache',
      'content-language': text.locale,
      'x-content-type-options': 'nosniff',
    });
    if (notModified(request, etag)) return void reply.status(304).send();
    void reply.type(`${form.mediaType}; charset=utf-8`).send(written);
  }

  /**
   * A delivered training as a SCORM 1.2 package for a learning system, in the language that suits best, as above. The same
   * text gives the same bytes.
   */
  @Get(':slug/scorm')
  @ApiHeader({
    name: 'Accept-Language',
    required: false,
    description: 'where no `locale` is given',
  })
  @KnownByEtag()
  @AnswerHeaders('Vary', 'Content-Language', 'Content-Disposition')
  @Problems(409, 410)
  @ApiProduces('application/zip')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async scorm(
    @Param('slug') slug: string,
    @Query() { locale }: PublishedQuery,
    @Caller() { workspaceId }: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const requested = rangesOf(locale, request.headers['accept-language']);
    const { text, source } = await this.served(workspaceId, slug, requested);
    if (source.kind !== 'training') {
      throw new ProblemError(
        409,
        'not_a_training',
        `Packages are made of trainings; "${slug}" is ${source.kind}.`,
      );
    }
    const packed = scormPackage({
      id: source.itemId,
      slug,
      title: text.title,
      locale: text.locale,
      body: text.body,
      digest: text.digest,
      publishedAt: new Date(text.publishedAt),
    });
    const etag = `"${createHash('sha256').update(packed).digest('hex')}"`;
    void reply.headers({
      etag,
      vary: 'Accept-Language, Authorization',
      'cache-control': 'private, no-cache',
      'content-language': text.locale,
      'content-disposition': contentDisposition(`${slug}.${text.locale}.zip`),
    });
    if (notModified(request, etag)) return void reply.status(304).send();
    void reply.type('application/zip').send(Buffer.from(packed));
  }

  /** The text that suits a reader; throws 404 where nothing was ever out, and 410 where it was withdrawn. */
  private async served(workspaceId: string, slug: string, requested: string[]): Promise<Served> {
    const standing = await this.reader.standing(workspaceId, slug);
    switch (standing.outcome) {
      case 'never':
        throw notFound('published text');
      case 'withdrawn':
        throw withdrawn(slug, await this.reader.successor(workspaceId, standing.sourceId));
      case 'published': {
        const text = await this.view(workspaceId, { slug, requested, standing });
        return { text, source: standing.source };
      }
    }
  }

  private async view(
    workspaceId: string,
    found: { slug: string; requested: string[]; standing: Out },
  ): Promise<PublishedView> {
    const { slug, requested } = found;
    const { source, texts } = found.standing;
    const available = texts.map((each) => each.locale);
    const lookup = lookUpLocale(requested, { available, otherwise: source.locale });
    const text = texts.find((each) => each.locale === lookup.locale) ?? source;
    return {
      slug,
      kind: text.kind,
      title: text.title,
      locale: text.locale,
      requested,
      served: text.locale,
      fallback: lookup.fallback,
      tried: lookup.tried,
      digest: text.digest,
      publishedAt: text.publishedAt.toISOString(),
      body: await this.reader.body(workspaceId, text),
      mediaType: 'text/markdown',
      available,
    };
  }
}

function rangesOf(locale: string | undefined, header: string | undefined): string[] {
  if (locale !== undefined) return languageRangesIn(locale, 'locale');
  return header === undefined ? [] : languageRangesIn(header, 'Accept-Language');
}

/** 410, with the way to what stands in its place. */
function withdrawn(slug: string, newer: string | null): ProblemError {
  if (newer === null) {
    return new ProblemError(410, 'withdrawn', `"${slug}" was withdrawn; nothing replaces it.`);
  }
  const successor = { slug: newer, address: `/v1/published/${newer}` };
  return new ProblemError(410, 'withdrawn', `"${slug}" was withdrawn; "${newer}" replaces it.`, {
    successor,
    headers: { link: `<${successor.address}>; rel="successor-version"` },
  });
}
