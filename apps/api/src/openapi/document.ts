import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { ProblemView } from '../http/problem.js';
import { completeOperation } from './complete-operation.js';
import { headerComponents } from './headers.js';
import { type Operation, operationsIn, type Schema } from './operations.js';
import { problemResponses } from './problem-responses.js';
import { withBodyLimits } from './request-limits.js';
import { type Route, routesOf } from './routes.js';
import { exactSchema, schemasReachedFrom } from './schemas.js';
import { TAGS } from './tags.js';
import { productVersion } from '../product-version.js';

const DESCRIPTION = `The production line for sales-enablement content and training.

Every failure is a problem (RFC 9457) with a stable \`code\` and a \`detail\` that a person can act on. Unknown properties are
refused. Text that a request brings has no NUL and no half of a surrogate pair. Properties may be added to answers, and
values to the lists that are not marked as closed.`;

/**
 * The OpenAPI 3.1 document of the routes that an application has. It needs no database: an application in preview mode
 * will do.
 */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const description = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Baton')
    .setDescription(DESCRIPTION)
    .setVersion(productVersion())
    .addBearerAuth({
      type: 'http',
      scheme: 'bearer',
      bearerFormat: 'btn_<id>_<secret>, or a JWT of the issuer',
      description:
        'A key, or a token of the issuer where the server names one (RFC 6750). What stands beside it in an operation is the scope that it has to have.',
    })
    .addCookieAuth(
      '__Host-baton',
      { type: 'apiKey', in: 'cookie', description: 'A session of somebody who signed in.' },
      'session',
    )
    .build();
  const document = SwaggerModule.createDocument(app, description, {
    extraModels: [ProblemView],
    operationIdFactory,
  });
  const routes = routesOf(app, operationIdFactory);
  const schemas = (document.components?.schemas ?? {}) as Record<string, Schema>;
  for (const each of operationsIn(document)) {
    completeOperation(each, routeOf(routes, each.operation), schemas);
  }
  return withTheRest(document);
}

/** `ItemsController.create` is items_create. */
export function operationIdFactory(controller: string, method: string): string {
  return `${controller.replace(/Controller$/u, '').toLowerCase()}_${method}`;
}

function routeOf(routes: ReadonlyMap<string, Route>, { operationId }: Operation): Route {
  const route = routes.get(operationId);
  if (route === undefined) throw new Error(`Expected the route of ${operationId}; found none.`);
  return route;
}

function withTheRest(document: OpenAPIObject): OpenAPIObject {
  const schemas = (document.components?.schemas ?? {}) as Record<string, Schema>;
  const requests = schemasReachedFrom(
    operationsIn(document).flatMap(({ operation }) =>
      Object.values(operation.requestBody?.content ?? {}).map(({ schema = {} }) => schema),
    ),
    schemas,
  );
  const exact = Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, exactSchema(schema)]),
  );
  return {
    ...document,
    info: {
      ...document.info,
      summary: 'Content and training, from intake to every locale.',
      contact: { name: 'Whoever runs this server' },
      license: { name: 'Apache License 2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    } as OpenAPIObject['info'],
    servers: [SERVER],
    tags: TAGS.map(([name, text]) => ({ name, description: text })),
    components: {
      ...document.components,
      schemas: withBodyLimits(exact, (name) => requests.has(name)),
      ...usedBy(document, { responses: problemResponses(), headers: headerComponents() }),
    },
  };
}

/** The components that something refers to: headers by responses, responses by operations. */
function usedBy(
  { paths }: OpenAPIObject,
  { responses, headers }: { responses: Record<string, object>; headers: Record<string, object> },
): object {
  const referredTo = (kind: string, components: Record<string, object>, by: object) => {
    const text = JSON.stringify(by);
    const isUsed = (name: string) => text.includes(`"#/components/${kind}/${name}"`);
    return Object.fromEntries(Object.entries(components).filter(([name]) => isUsed(name)));
  };
  const used = referredTo('responses', responses, paths);
  return { responses: used, headers: referredTo('headers', headers, [paths, used]) };
}

const SERVER = {
  url: '/',
  description: 'the server that this document was read from, be it production, staging or local',
  'x-internal': false,
};
