import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { ProblemView } from './http/problem.js';

/** Serves the document at /openapi.json and a page to browse it at /docs. */
export function serveDocumentation(app: INestApplication): void {
  SwaggerModule.setup('docs', app, () => openApiDocument(app), {
    jsonDocumentUrl: 'openapi.json',
    raw: ['json'],
    customSiteTitle: 'Baton API',
  });
}

export function openApiDocument(app: INestApplication): OpenAPIObject {
  const description = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Baton')
    .setDescription('The production line for sales-enablement content and training.')
    .setVersion('1')
    .addBearerAuth({
      type: 'http',
      scheme: 'bearer',
      bearerFormat: 'btn_<id>_<secret>, or a JWT of the issuer',
    })
    .addCookieAuth('__Host-baton', { type: 'apiKey', in: 'cookie' }, 'session')
    .addSecurityRequirements('bearer')
    .addSecurityRequirements('session')
    .build();
  const document = SwaggerModule.createDocument(app, description, {
    extraModels: [ProblemView],
    operationIdFactory: (controller, method) =>
      `${controller.replace(/Controller$/u, '').toLowerCase()}_${method}`,
  });
  for (const path of Object.values(document.paths)) {
    for (const operation of Object.values(path as Record<string, { responses?: object }>)) {
      if (operation.responses !== undefined)
        Object.assign(operation.responses, { default: PROBLEM });
    }
  }
  return document;
}

const PROBLEM = {
  description: 'a problem, RFC 9457',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemView' } } },
};
