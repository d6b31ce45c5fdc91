import { EngineModule } from '#engine';
import { type DynamicModule, Module } from '@nestjs/common';
import { ConfigModule } from '@nestjs/config';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { AgreementsController } from './agreements/agreements.controller.js';
import { ApiKeysController } from './api-keys/api-keys.controller.js';
import { AuditController } from './audit/audit.controller.js';
import { AuthGuard } from './auth/auth.guard.js';
import { MeController } from './auth/me.controller.js';
import { GoalsController } from './goals/goals.controller.js';
import { Draining } from './health/draining.js';
import { HealthController } from './health/health.controller.js';
import { ProblemFilter } from './http/problem.filter.js';
import { RequestValidation } from './http/validation.js';
import { BulkController } from './items/bulk.controller.js';
import { HistoryController } from './items/history.controller.js';
import { ItemReader } from './items/item-reader.js';
import { ItemsController } from './items/items.controller.js';
import { RevisionsController } from './items/revisions.controller.js';
import { ActiveMembers } from './people/active-members.js';
import { PeopleController } from './people/people.controller.js';
import { ProcessesController } from './processes/processes.controller.js';
import type { Settings } from './settings.js';
import { TaskReader } from './tasks/task-reader.js';
import { TasksController } from './tasks/tasks.controller.js';
import { TaxonomiesController } from './taxonomies/taxonomies.controller.js';
import { TermStatusController } from './taxonomies/term-status.controller.js';
import { TermsController } from './taxonomies/terms.controller.js';

/** The settings were read and checked before: whoever starts the application gives them. */
const fromOutside = { ignoreEnvFile: true, ignoreEnvVars: true, skipProcessEnv: true };

@Module({
  controllers: [
    ItemsController,
    BulkController,
    RevisionsController,
    HistoryController,
    TasksController,
    PeopleController,
    ApiKeysController,
    MeController,
    ProcessesController,
    TaxonomiesController,
    TermsController,
    TermStatusController,
    AuditController,
    GoalsController,
    AgreementsController,
    HealthController,
  ],
  providers: [
    ActiveMembers,
    Draining,
    ItemReader,
    TaskReader,
    { provide: APP_GUARD, useClass: AuthGuard },
    { provide: APP_PIPE, useClass: RequestValidation },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
})
export class AppModule {
  static forRoot(settings: Settings): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.forRoot({ isGlobal: true, ...fromOutside, load: [() => settings] }),
        EngineModule.forRoot('baton-api'),
      ],
    };
  }
}
