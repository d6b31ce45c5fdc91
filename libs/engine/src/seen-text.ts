import { type Command, fieldsAskedFor, type ItemState, type Process } from '#domain';

/**
 * Whoever names the version of an item that they decide on has seen its text: an event that binds to that text is given
 * its digest, so that the trail says what was seen.
 */
export function asSeen(
  command: Exclude<Command, { type: 'create' }>,
  { item, process }: { item: ItemState; process: Process },
  expectedVersion: number | null,
): Exclude<Command, { type: 'create' }> {
  if (command.type !== 'event' || expectedVersion === null || item.revision === null)
    return command;
  const { event, input } = command;
  if (input.digest !== undefined) return command;
  if (!fieldsAskedFor(process, item.stage, event).includes('digest')) return command;
  return { ...command, input: { ...input, digest: item.revision.digest } };
}

/** An edit of a source that does not say how much it changes is taken for a substantive one, and the trail says so. */
export function classed(
  command: Exclude<Command, { type: 'create' }>,
  { kind }: ItemState,
): Exclude<Command, { type: 'create' }> {
  if (command.type !== 'revise' || command.change !== undefined || kind === 'variant') {
    return command;
  }
  return { ...command, change: 'substantive' };
}
