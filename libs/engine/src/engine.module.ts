import { type DynamicModule, Module } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BulkEvents } from './bulk/bulk-events.js';
import { dataSourceOptions } from './data-source.js';
import { ProcessStore } from './process-store.js';
import type { DatabaseSettings } from './settings.js';
import { SurroundingsReader } from './surroundings-reader.js';
import { TranslationDesk } from './translation/translation-desk.js';
import { WorkflowEngine } from './workflow-engine.js';

/** The connection, the process versions and the one door; where to connect comes from the application's settings. */
@Module({})
export class EngineModule {
  static forRoot(applicationName: string): DynamicModule {
    return {
      module: EngineModule,
      global: true,
      imports: [
        TypeOrmModule.forRootAsync({
          inject: [ConfigService],
          useFactory: (config: ConfigService<DatabaseSettings, true>) =>
            dataSourceOptions({
              url: config.get('DATABASE_URL', { infer: true }),
              poolSize: config.get('POOL_SIZE', { infer: true }),
              applicationName,
            }),
        }),
      ],
      providers: [ProcessStore, SurroundingsReader, TranslationDesk, WorkflowEngine, BulkEvents],
      exports: [ProcessStore, SurroundingsReader, TranslationDesk, WorkflowEngine, BulkEvents],
    };
  }
}
