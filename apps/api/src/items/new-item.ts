import type { Description, NewItem } from '#domain';
import { GoalEntity, ItemEntity } from '#engine';
import type { DataSource } from 'typeorm';
import { notValidAt } from '../http/problem.js';
import type { NewItemBody } from './items.dto.js';

/** What a request to create an item asks the engine for. Throws 422 where it is not whole. */
export async function newItemFrom(
  dataSource: DataSource,
  workspaceId: string,
  body: NewItemBody,
): Promise<Omit<NewItem, 'processDigest'>> {
  await requireGoal(dataSource, workspaceId, body.goalId);
  if (body.kind === 'variant') return newVariantFrom(dataSource, workspaceId, body);
  const { title, ownerFunction } = body;
  if (title === undefined) throw required('/title', 'a title');
  if (ownerFunction === undefined) throw required('/ownerFunction', 'the function that owns it');
  if (body.sourceItemId !== undefined) {
    throw required('/sourceItemId', 'a source for items of kind "variant" only');
  }
  const slug = body.slug ?? slugFrom(title);
  if (slug === '') throw required('/slug', 'a slug, since none can be made from this title');
  return {
    kind: body.kind,
    slug,
    locale: body.locale,
    description: { ...facetsOf(body), title, ownerFunction },
    source: null,
  };
}

/** Throws 422 where a goal is named that the workspace does not have. */
export async function requireGoal(
  dataSource: DataSource,
  workspaceId: string,
  id: string | undefined,
): Promise<void> {
  if (id === undefined) return;
  const exists = await dataSource.getRepository(GoalEntity).existsBy({ workspaceId, id });
  if (!exists) throw required('/goalId', 'a goal of this workspace');
}

/** What a variant shares with its source. */
const OF_THE_SOURCE = [
  'slug',
  'type',
  'audience',
  'purpose',
  'journeyStage',
  'ownerFunction',
  'requiredLocales',
  'goalId',
] as const;

async function newVariantFrom(
  dataSource: DataSource,
  workspaceId: string,
  body: NewItemBody,
): Promise<Omit<NewItem, 'processDigest'>> {
  if (body.sourceItemId === undefined)
    throw required('/sourceItemId', 'the item it is a locale of');
  const source = await dataSource
    .getRepository(ItemEntity)
    .findOneBy({ workspaceId, id: body.sourceItemId });
  if (source === null || source.kind === 'variant') {
    throw required('/sourceItemId', 'a content or training item of this workspace');
  }
  for (const field of OF_THE_SOURCE) {
    if (body[field] !== undefined) {
      throw required(`/${field}`, `no ${field}, since a variant has that of its source`);
    }
  }
  if (source.locale === body.locale) {
    throw required('/locale', `another locale than the source's own, ${source.locale}`);
  }
  return {
    kind: 'variant',
    slug: source.slug,
    locale: body.locale,
    description: {
      title: body.title ?? source.title,
      type: source.type,
      audience: source.audience,
      purpose: source.purpose,
      journeyStage: source.journeyStage,
      ownerFunction: source.ownerFunction,
      requiredLocales: [],
      goalId: source.goalId,
    },
    source: { itemId: source.id, digest: source.context.publishedDigest },
  };
}

function facetsOf(body: NewItemBody): Omit<Description, 'title' | 'ownerFunction'> {
  return {
    type: body.type ?? null,
    audience: body.audience ?? [],
    purpose: body.purpose ?? null,
    journeyStage: body.journeyStage ?? [],
    requiredLocales: body.requiredLocales ?? [],
    goalId: body.goalId ?? null,
  };
}

const LONGEST_SLUG = 100;

/** Letters that Unicode does not take apart into a letter and an accent, and how they are written without. */
const PLAIN: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  þ: 'th',
  ð: 'd',
  ı: 'i',
};
const NOT_PLAIN = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'gu');

/** Lower-case words of a title joined by hyphens; accents are dropped, other scripts give nothing. */
function slugFrom(title: string): string {
  return title
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(NOT_PLAIN, (letter) => PLAIN[letter]!)
    .split(/[^a-z0-9]+/u)
    .filter(Boolean)
    .join('-')
    .slice(0, LONGEST_SLUG)
    .replace(/-+$/u, '');
}

function required(pointer: string, expected: string) {
  return notValidAt(pointer, `Expected ${expected}.`);
}
