import { EngineModule } from '#engine';
import { type DynamicModule, Module } from '@nestjs/common';
import { ConfigModule } from '@nestjs/config';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { AgreementsController } from './agreements/agreements.controller.js';
import { ApiKeysController } from './api-keys/api-keys.controller.js';
import { AttachmentsController } from './attachments/attachments.controller.js';
import { attachmentStoreProvider } from './attachments/attachment-store.provider.js';
import { AttachmentUpload } from './attachments/attachment-upload.js';
import { AuditController } from './audit/audit.controller.js';
import { AuditProofs } from './audit/audit-proofs.js';
import { CheckpointsController } from './audit/checkpoints.controller.js';
import { ProofsController } from './audit/proofs.controller.js';
import { BlockersController } from './blockers/blockers.controller.js';
import { CommentsController } from './comments/comments.controller.js';
import { EventStreamController } from './events/event-stream.controller.js';
import { EventStreams } from './events/event-streams.js';
import { EventsController } from './events/events.controller.js';
import { FeedReader } from './events/feed-reader.js';
import { FeedTips } from './events/feed-tips.js';
import { HandoffsController } from './handoffs/handoffs.controller.js';
import { LinksController } from './links/links.controller.js';
import { AuthGuard } from './auth/auth.guard.js';
import { AUTH_PROVIDERS } from './auth/auth.providers.js';
import { OFFERS_DEMONSTRATION } from './auth/demonstration.js';
import { DemonstrationController } from './auth/demonstration.controller.js';
import { MeController } from './auth/me.controller.js';
import { PersonAccessController } from './auth/person-access.controller.js';
import { SessionController } from './auth/session.controller.js';
import { SignInController } from './auth/sign-in.controller.js';
import { GlossaryController } from './glossary/glossary.controller.js';
import { GlossaryReader } from './glossary/glossary-reader.js';
import { GoalsController } from './goals/goals.controller.js';
import { Draining } from './health/draining.js';
import { HealthController } from './health/health.controller.js';
import { ProblemFilter } from './http/problem.filter.js';
import { NothingUnasked } from './http/nothing-unasked.js';
import { RequestValidation } from './http/validation.js';
import { BulkController } from './items/bulk.controller.js';
import { HistoryController } from './items/history.controller.js';
import { ImpactController } from './items/impact.controller.js';
import { ItemCommands } from './items/item-commands.js';
import { ImportUnits } from './interchange/import-units.js';
import { MemoryController } from './interchange/memory.controller.js';
import { PoController } from './interchange/po.controller.js';
import { Proposals } from './interchange/proposals.js';
import { XliffController } from './interchange/xliff.controller.js';
import { ChangesController } from './items/changes.controller.js';
import { ItemReader } from './items/item-reader.js';
import { ItemsController } from './items/items.controller.js';
import { ReleaseController } from './items/release.controller.js';
import { RevisionsController } from './items/revisions.controller.js';
import { MatrixCells } from './matrix/matrix-cells.js';
import { MatrixFiles } from './matrix/matrix-files.js';
import { MatrixReader } from './matrix/matrix-reader.js';
import { MatrixController } from './matrix/matrix.controller.js';
import { AbsencesController } from './people/absences.controller.js';
import { ActiveMembers } from './people/active-members.js';
import { WhyNotController } from './items/why-not.controller.js';
import { PeopleController } from './people/people.controller.js';
import { MigrationReader } from './process-migrations/migration-reader.js';
import { MigrationStarter } from './process-migrations/migration-starter.js';
import { ProcessMigrationsController } from './process-migrations/process-migrations.controller.js';
import { ProcessLifeController } from './processes/process-life.controller.js';
import { ProcessReader } from './processes/process-reader.js';
import { ProcessSchemaController } from './processes/process-schema.controller.js';
import { ProcessesController } from './processes/processes.controller.js';
import { machineTranslationProvider } from './segments/machine-translation.provider.js';
import { ProposalsController } from './segments/proposals.controller.js';
import { SegmentDesk } from './segments/segment-desk.js';
import { ApiMetrics } from './metrics/api-metrics.js';
import { MetricsController } from './metrics/metrics.controller.js';
import { SegmentsController } from './segments/segments.controller.js';
import { PublishedController } from './published/published.controller.js';
import { PublishedReader } from './published/published-reader.js';
import type { Settings } from './settings.js';
import { TaskReader } from './tasks/task-reader.js';
import { BulkTasksController } from './tasks/bulk-tasks.controller.js';
import { TasksController } from './tasks/tasks.controller.js';
import { TaxonomiesController } from './taxonomies/taxonomies.controller.js';
import { TermStatusController } from './taxonomies/term-status.controller.js';
import { TermsController } from './taxonomies/terms.controller.js';
import { AsyncApiController } from './webhooks/asyncapi.controller.js';
import { DeliveriesController } from './webhooks/deliveries.controller.js';
import { EndpointLifeController } from './webhooks/endpoint-life.controller.js';
import { EndpointsController } from './webhooks/endpoints.controller.js';
import { WorkloadController } from './workload/workload.controller.js';
import { WorkloadReader } from './workload/workload-reader.js';

/** What only the program that starts the application can say, and no setting. */
export interface ApiOptions {
  /** people of the demonstration workspace are chosen, and need no key and no issuer */
  demonstration?: boolean;
}

/** The settings were read and checked before: whoever starts the application gives them. */
const fromOutside = { ignoreEnvFile: true, ignoreEnvVars: true, skipProcessEnv: true };

@Module({
  controllers: [
    BlockersController,
    CommentsController,
    HandoffsController,
    LinksController,
    WhyNotController,
    AbsencesController,
    ItemsController,
    BulkController,
    ImpactController,
    ReleaseController,
    RevisionsController,
    SegmentsController,
    ProposalsController,
    XliffController,
    MatrixController,
    PoController,
    MemoryController,
    ChangesController,
    HistoryController,
    AttachmentsController,
    PublishedController,
    TasksController,
    BulkTasksController,
    WorkloadController,
    PeopleController,
    ApiKeysController,
    MeController,
    PersonAccessController,
    SessionController,
    SignInController,
    ProcessesController,
    ProcessLifeController,
    ProcessSchemaController,
    ProcessMigrationsController,
    TaxonomiesController,
    TermsController,
    TermStatusController,
    AuditController,
    CheckpointsController,
    ProofsController,
    EventsController,
    EventStreamController,
    GoalsController,
    GlossaryController,
    AgreementsController,
    EndpointsController,
    EndpointLifeController,
    DeliveriesController,
    AsyncApiController,
    HealthController,
    MetricsController,
  ],
  providers: [
    ...AUTH_PROVIDERS,
    ActiveMembers,
    ApiMetrics,
    ItemCommands,
    Draining,
    ItemReader,
    SegmentDesk,
    MatrixCells,
    MatrixFiles,
    MatrixReader,
    machineTranslationProvider,
    ImportUnits,
    Proposals,
    TaskReader,
    WorkloadReader,
    PublishedReader,
    GlossaryReader,
    FeedReader,
    FeedTips,
    EventStreams,
    ProcessReader,
    MigrationReader,
    MigrationStarter,
    AttachmentUpload,
    AuditProofs,
    attachmentStoreProvider,
    { provide: APP_GUARD, useClass: AuthGuard },
    { provide: APP_GUARD, useClass: NothingUnasked },
    { provide: APP_PIPE, useClass: RequestValidation },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
})
export class AppModule {
  static forRoot(settings: Settings, { demonstration = false }: ApiOptions = {}): DynamicModule {
    return {
      module: AppModule,
      controllers: demonstration ? [DemonstrationController] : [],
      providers: [{ provide: OFFERS_DEMONSTRATION, useValue: demonstration }],
      imports: [
        ConfigModule.forRoot({ isGlobal: true, ...fromOutside, load: [() => settings] }),
        EngineModule.forRoot('baton-api'),
      ],
    };
  }
}
