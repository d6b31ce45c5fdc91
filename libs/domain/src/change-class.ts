import type { ItemState } from './item-state.js';
import { CHANGE_CLASSES, type ChangeClass } from './vocabulary.js';

/** A publication that does not say how much it changed is taken for one that changed what is said. */
export function isSubstantive({ change = 'substantive' }: { change?: ChangeClass }): boolean {
  return change === 'substantive';
}

/** The graver of two classes. */
function graver(one: ChangeClass, other: ChangeClass): ChangeClass {
  return CHANGE_CLASSES.indexOf(one) > CHANGE_CLASSES.indexOf(other) ? one : other;
}

/**
 * How much a source would change if it were published as it stands; null where nothing would. A first text is new as a
 * whole, and edits that nobody classed are taken for substantive.
 */
export function pendingChange({ revision, context }: ItemState): ChangeClass | null {
  if (revision === null || revision.digest === context.publishedDigest) return null;
  if (context.publishedDigest === null) return 'substantive';
  return context.change ?? 'substantive';
}

/**
 * What an item remembers of its changes after an edit: the gravest class since it was last published, and nothing where
 * the edit brings back what is published. Edits without a class leave nothing, as before there were classes, unless
 * they join one that has.
 */
export function changeAfterEdit(
  item: ItemState,
  { digest, change }: { digest: string; change?: ChangeClass },
): ChangeClass | undefined {
  const { publishedDigest, change: known } = item.context;
  if (digest === publishedDigest) return undefined;
  if (change === undefined) return known === undefined ? undefined : 'substantive';
  if (publishedDigest === null) return 'substantive';
  return graver(pendingChange(item) ?? change, change);
}
