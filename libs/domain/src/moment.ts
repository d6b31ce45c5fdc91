import type { Actor } from './actor.js';
import type { EntryVersion } from './audit-entry.js';
import type { Surroundings } from './surroundings.js';

/** Where and when a command arrives. */
export interface Moment {
  workspaceId: string;
  itemId: string;
  actor: Actor;
  /** ISO 8601 UTC with milliseconds, by the database's clock */
  at: string;
  /** what the rules of the stage look at beyond the item; left out: nothing */
  surroundings?: Surroundings;
  /** the shape of the entry to write; older ones only when a trail is replayed */
  entryVersion?: EntryVersion;
}
