import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { type ConnectionSettings, dataSourceOptions } from './data-source.js';
import { ProcessStore } from './process-store.js';
import { WorkflowEngine } from './workflow-engine.js';

/** The connection, the process versions and the one door. */
@Module({})
export class EngineModule {
  static forRoot(settings: ConnectionSettings): DynamicModule {
    return {
      module: EngineModule,
      global: true,
      imports: [TypeOrmModule.forRoot(dataSourceOptions(settings))],
      providers: [ProcessStore, WorkflowEngine],
      exports: [ProcessStore, WorkflowEngine],
    };
  }
}
