import type { Change } from '#domain';

/** What search finds of an item: its title or its body. */
export interface SearchText {
  workspaceId: string;
  itemId: string;
  part: 'title' | 'body';
  content: string;
}

/** Titles and bodies that search finds; a change that touches neither leaves the text alone. */
export function searchTexts(changes: Change[], bodies: Map<string, string>): SearchText[] {
  return changes.flatMap(({ after, entry: { command } }): SearchText[] => {
    const { workspaceId, id: itemId } = after;
    if (command.type === 'create') {
      return [{ workspaceId, itemId, part: 'title', content: after.description.title }];
    }
    if (command.type === 'describe' && command.changes.title !== undefined) {
      return [{ workspaceId, itemId, part: 'title', content: command.changes.title }];
    }
    if (command.type === 'revise') {
      return [{ workspaceId, itemId, part: 'body', content: bodies.get(itemId)! }];
    }
    return [];
  });
}
