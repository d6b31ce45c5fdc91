import type { Actor, Membership } from './actor.js';
import type { EventInput } from './command.js';
import type { ItemState } from './item-state.js';
import type { Activity } from './process-definition.js';
import type { Surroundings } from './surroundings.js';

/** What a rule may look at. */
export interface RuleFacts {
  item: ItemState;
  actor: Actor;
  input: EventInput;
  /** the moment, ISO 8601 UTC; null where an event is only considered */
  at: string | null;
  /** the activity the sender acts in, or null for an event that belongs to none */
  activity: Activity | null;
  /** the membership the sender acts in, or null where they act in none */
  membership: Membership | null;
  surroundings: Surroundings;
}
