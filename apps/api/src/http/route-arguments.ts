/** Of Nest: under this name a controller keeps the parameters of its methods. */
const ROUTE_ARGUMENTS = '__routeArguments__';

/** Of Nest: the kinds of parameters, as numbers. */
export const BODY = 3;
export const QUERY = 4;
export const PATH = 5;

export type Class = abstract new (...parameters: never[]) => object;

/** A parameter of the method that answers a route. */
export interface RouteArgument {
  kind: number;
  index: number;
  data?: string;
  pipes?: unknown[];
}

/** What a route takes of a request. */
export function argumentsOf(controller: Class, method: string): RouteArgument[] {
  const found = (Reflect.getMetadata(ROUTE_ARGUMENTS, controller, method) ?? {}) as Record<
    string,
    Omit<RouteArgument, 'kind'>
  >;
  return Object.entries(found).map(([key, argument]) => ({
    ...argument,
    kind: Number(key.split(':')[0]),
  }));
}
