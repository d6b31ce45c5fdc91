import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { AppModule } from '../app.module.js';
import type { Settings } from '../settings.js';
import { openApiDocument } from './document.js';

/** The OpenAPI document as a server would give it, without a server and without a database. */
export async function documentOfRoutes(): Promise<OpenAPIObject> {
  // In preview mode nothing is instantiated, so no setting is read.
  const app = await NestFactory.create(AppModule.forRoot({} as Settings), new FastifyAdapter(), {
    preview: true,
    abortOnError: false,
    logger: ['error'],
  });
  return openApiDocument(app);
}
