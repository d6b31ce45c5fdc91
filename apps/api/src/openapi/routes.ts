import type { INestApplication } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { PUBLIC, REQUIREMENT, type Requirement } from '../auth/caller.decorator.js';
import { argumentsOf, BODY, type Class, PATH, QUERY } from '../http/route-arguments.js';
import { UuidParameter } from '../http/uuid-parameter.js';

/** What the code says of a route and Nest does not tell the document. */
export interface Route {
  isPublic: boolean;
  /** null: by its method, `read` or `write` */
  requirement: Requirement | null;
  /** the class of its query, where it has one */
  query: Class | null;
  /** the class of its body, where it has one */
  body: Class | null;
  /** names of path parameters that are UUIDs */
  uuids: ReadonlySet<string>;
}

/** The routes of an application by the ids that `idOf` gives them. */
export function routesOf(
  app: INestApplication,
  idOf: (controller: string, method: string) => string,
): ReadonlyMap<string, Route> {
  const routes = new Map<string, Route>();
  for (const module of app.get(ModulesContainer).values()) {
    for (const { metatype } of module.controllers.values()) {
      const controller = metatype as Class;
      for (const method of methodsOf(controller)) {
        routes.set(idOf(controller.name, method), routeOf(controller, method));
      }
    }
  }
  return routes;
}

function methodsOf({ prototype }: Class): string[] {
  return Object.getOwnPropertyNames(prototype).filter((name) => name !== 'constructor');
}

function routeOf(controller: Class, method: string): Route {
  const handler = (controller.prototype as Record<string, object>)[method]!;
  const said = (key: string): unknown =>
    Reflect.getMetadata(key, handler) ?? Reflect.getMetadata(key, controller);
  const types = (Reflect.getMetadata('design:paramtypes', controller.prototype as object, method) ??
    []) as Class[];
  const parameters = argumentsOf(controller, method);
  const whole = (kind: number): Class | null => {
    const found = parameters.find((each) => each.kind === kind && each.data === undefined);
    return found === undefined ? null : types[found.index]!;
  };
  return {
    isPublic: said(PUBLIC) === true,
    requirement: (said(REQUIREMENT) as Requirement | undefined) ?? null,
    query: whole(QUERY),
    body: whole(BODY),
    uuids: new Set(
      parameters
        .filter(({ kind, pipes = [] }) => kind === PATH && pipes.includes(UuidParameter))
        .map(({ data }) => data!),
    ),
  };
}
