import { ITEM_KINDS, type ProcessDefinition, readProcess } from '#domain';
import type { FastifyRequest } from 'fastify';
import { isScalar, parseDocument, visit } from 'yaml';
import { notValid, notValidAt, ProblemError } from '../http/problem.js';
import { notStorableIn } from '../http/storable.js';
import { YamlBody } from '../http/yaml-body.js';

/** How often one anchor may be used; each use costs what stands under it. */
const MOST_ALIASES = 100;
/** Characters and values that a source may come to with its aliases replaced. */
const LARGEST = 1_048_576;
/** Levels of nesting at most. */
const DEEPEST = 100;

/** The process in a request, written in JSON or YAML. Throws 400 for what cannot be parsed and 422 with each problem. */
export function processIn({ body }: FastifyRequest): ProcessDefinition {
  const source = body instanceof YamlBody ? parseYaml(body.text) : body;
  const read = readProcess(source);
  if (read.outcome === 'invalid') throw notValid(read.problems);
  refuseAnothersName(read.definition);
  return read.definition;
}

/** New items look for the process that is called like their kind, so nothing else may be called so. */
function refuseAnothersName({ id, meta }: ProcessDefinition): void {
  if (id === meta.kind || !ITEM_KINDS.some((kind) => kind === id)) return;
  const detail = `Expected another id, since items of kind ${id} begin with the process of that name; this one is for ${meta.kind}.`;
  throw notValidAt('/id', detail);
}

function parseYaml(text: string): unknown {
  // Comparing each key with each other is quadratic; `doubleKey` does it in one go.
  const document = parseDocument(text, { uniqueKeys: false, stringKeys: true });
  const [problem] = [...document.errors, ...document.warnings];
  if (problem !== undefined) throw invalidYaml(firstLine(problem.message));
  const double = doubleKey(document);
  if (double !== null) throw invalidYaml(`the key "${double}" stands twice in one place`);
  let source: unknown;
  try {
    source = document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (error) {
    throw invalidYaml(firstLine((error as Error).message));
  }
  if (sizeOf(source, LARGEST, DEEPEST) > LARGEST) {
    throw invalidYaml('with its aliases it is more than 1 MB, or nested too deeply');
  }
  // Escapes can write what no file of text holds.
  const unstorable = notStorableIn(source);
  if (unstorable !== null) throw unstorable;
  return source;
}

/** A key that stands twice in one place, or null. */
function doubleKey(document: ReturnType<typeof parseDocument>): string | null {
  let double: string | null = null;
  visit(document, {
    Map: (_key, map) => {
      const seen = new Set<string>();
      for (const { key } of map.items) {
        const name = isScalar(key) ? String(key.value) : '';
        if (seen.has(name)) {
          double = name;
          return visit.BREAK;
        }
        seen.add(name);
      }
      return undefined;
    },
  });
  return double;
}

/** Characters and values in it; stops as soon as there are more than `budget`, or when it is nested too deeply. */
function sizeOf(value: unknown, budget: number, depth: number): number {
  if (depth === 0) return budget + 1;
  if (typeof value === 'string') return value.length + 1;
  if (typeof value !== 'object' || value === null) return 1;
  let size = 1;
  for (const [key, inner] of Object.entries(value)) {
    size += key.length + sizeOf(inner, budget - size, depth - 1);
    if (size > budget) return size;
  }
  return size;
}

function firstLine(message: string): string {
  return message.split('\n')[0]!.replace(/:$/u, '');
}

function invalidYaml(why: string): ProblemError {
  return new ProblemError(400, 'invalid_yaml', `Expected a body of valid YAML: ${why}.`);
}
