import { compileProcess, DEFAULT_PROCESSES, noSegments, sha256 } from '#domain';
import { newId, poolOf } from '#engine';
import type { DataSource } from 'typeorm';
import { employ } from './employ.js';
import { type Line, prepareLine } from './seed.js';
import { claim, revise, send, walkAll } from './walks.js';

const VARIANT = compileProcess(DEFAULT_PROCESSES.find(({ meta }) => meta.kind === 'variant')!);

/** A workspace whose one person writes sources and translates them into every locale. */
export async function prepareTranslations(dataSource: DataSource): Promise<Line> {
  const line = await prepareLine(dataSource, 'bench-localization');
  const translator = await employ(dataSource, line.workspaceId, {
    name: 'Tara Translator',
    functions: ['enablement', 'regional'],
    scopes: ['read', 'write'],
  });
  return { ...line, actor: translator.actor, key: translator.key };
}

/** Variants by their locales; each has as many as there are bodies, in their order. */
export type VariantIds = Map<string, string[]>;

/** Sources with these bodies, and a variant in each locale that is in translation, in the hands of the person of the line. */
export async function seedVariants(
  dataSource: DataSource,
  line: Line,
  { bodies, locales }: { bodies: string[]; locales: string[] },
): Promise<VariantIds> {
  const pool = poolOf(dataSource);
  const sourceIds = bodies.map(newId);
  const variantIds = new Map(locales.map((locale) => [locale, bodies.map(newId)]));
  await walkAll(
    pool,
    line,
    bodies.map((body, index) => ({
      itemId: sourceIds[index]!,
      body,
      steps: [
        () => ({ type: 'create', item: sourceOf(line, { index, locales }) }),
        () => revise(body, 'imported'),
      ],
    })),
  );
  for (const [locale, ids] of variantIds) {
    await walkAll(
      pool,
      { ...line, process: VARIANT },
      bodies.map((body, index) => ({
        itemId: ids[index]!,
        body: null,
        steps: [
          () => ({
            type: 'create',
            item: {
              ...sourceOf(line, { index, locales: [] }),
              kind: 'variant',
              locale,
              processDigest: VARIANT.digest,
              source: { itemId: sourceIds[index]!, digest: sha256(body) },
              segments: nothingTranslated(body),
            },
          }),
          claim,
          send('accept'),
          claim,
          send('start'),
          claim,
        ],
      })),
    );
  }
  return variantIds;
}

function sourceOf(line: Line, { index, locales }: { index: number; locales: string[] }) {
  return {
    kind: 'content' as const,
    slug: `translated-${index}`,
    locale: 'en-US',
    description: {
      title: `How loud a launch is, part ${index}`,
      type: 'guideline',
      audience: ['account_executive'],
      purpose: 'equip',
      journeyStage: ['evaluation'],
      ownerFunction: 'marketing',
      requiredLocales: locales,
      goalId: null,
    },
    processDigest: line.process.digest,
    source: null,
  };
}

function nothingTranslated(body: string) {
  const units = body.split('\n\n').length + 1;
  const counts = { ...noSegments(), untranslated: { units, words: units * 12 } };
  return { sourceDigest: sha256(body), counts, assembled: true, changes: [] };
}
