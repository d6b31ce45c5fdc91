import type { EventInput } from './command.js';
import type { RuleFacts } from './rule-facts.js';
import type { Surrounding } from './surroundings.js';

type Params = Record<string, unknown>;

/**
 * A guard that a process may name.
 * input: asks something of the sender. state: asks something of the item. actor: asks who sends it.
 * choice: only selects between transitions and never blocks an event by itself.
 */
export interface Rule {
  kind: 'input' | 'state' | 'actor' | 'choice';
  holds: (facts: RuleFacts, params: Params) => boolean;
  /** the refusal, as a sentence a person can act on */
  explain: (facts: RuleFacts, params: Params) => string;
  /** what would satisfy it */
  remedy: (facts: RuleFacts, params: Params) => string;
  /** for input rules: the field of the event that answers it */
  asks?: keyof EventInput;
  /** for input rules: whether the field can answer it for this item at all; left out: always */
  answerable?: (facts: RuleFacts) => boolean;
  /** what it looks at beyond the item */
  looksAt?: Surrounding;
}
