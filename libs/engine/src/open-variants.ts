import { type Change, decide, derivedUuid, type ItemState, LINE, type Process } from '#domain';

/**
 * What publishing a source does to its variants: one is created for each required locale that has none, and those
 * that exist hear that their source was published, unless it is the very text they already know of.
 * The same publication again leads to no change.
 */
export function openVariants(
  published: Change,
  existing: ItemState[],
  processes: { active: Process; pinned: (digest: string) => Process },
): { change: Change; process: Process }[] {
  const { after: source, at } = published;
  const digest = source.context.publishedDigest;
  const moment = { workspaceId: source.workspaceId, actor: LINE, at };

  const created = source.description.requiredLocales
    .filter((locale) => locale !== source.locale)
    .filter((locale) => !existing.some((variant) => variant.locale === locale))
    .map((locale) => {
      const process = processes.active;
      const item = {
        kind: 'variant' as const,
        slug: source.slug,
        locale,
        description: { ...source.description, requiredLocales: [] },
        processDigest: process.digest,
        source: { itemId: source.id, digest },
      };
      const itemId = derivedUuid(Date.parse(at), `${source.id}:variant:${locale}`);
      const decision = decide(process, null, { type: 'create', item }, { ...moment, itemId });
      return { change: accepted(decision), process };
    });

  const told = existing
    .filter(({ context }) => digest !== null && context.newestSourceDigest !== digest)
    .flatMap((variant) => {
      const process = processes.pinned(variant.processDigest);
      if (process.definition.states[variant.stage]!.type === 'final') return [];
      const decision = decide(
        process,
        variant,
        { type: 'event', event: 'source_published', input: { sourceDigest: digest ?? '' } },
        { ...moment, itemId: variant.id },
      );
      return [{ change: accepted(decision), process }];
    });
  return [...created, ...told];
}

function accepted(decision: ReturnType<typeof decide>): Change {
  if (decision.outcome === 'changed') return decision;
  throw new Error(
    `A variant refused what its source's publication asks of it: ${JSON.stringify(decision)}`,
  );
}
