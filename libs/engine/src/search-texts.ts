import { type Change, textOf } from '#domain';

/** What search finds of an item: its title or its body. */
export interface SearchText {
  workspaceId: string;
  itemId: string;
  part: 'title' | 'body';
  content: string;
}

/** Titles and bodies that search finds; a change that touches neither leaves the text alone. */
export function searchTexts(changes: Change[], bodies: Map<string, string>): SearchText[] {
  return changes.flatMap(({ before, after, entry: { command } }): SearchText[] => {
    const { workspaceId, id: itemId } = after;
    if (command.type === 'create') {
      return [{ workspaceId, itemId, part: 'title', content: after.description.title }];
    }
    const { title } = after.description;
    const rewritten = textOf(command) !== null && after.revision !== before?.revision;
    return [
      ...(title === before?.description.title
        ? []
        : [{ workspaceId, itemId, part: 'title' as const, content: title }]),
      ...(rewritten
        ? [{ workspaceId, itemId, part: 'body' as const, content: bodies.get(itemId)! }]
        : []),
    ];
  });
}
