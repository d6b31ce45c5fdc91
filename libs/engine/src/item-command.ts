import { type ChangeClass, type Command, sha256 } from '#domain';
import { newId } from './new-id.js';
import { describeText } from './translation/describe-text.js';
import type { TranslateRequest } from './translation/translate-request.js';

/** Commands that change an item that exists. A revision and a comment come with their text. */
export type ItemCommand =
  | Exclude<Command, { type: 'create' | 'revise' | 'comment' | 'translate' }>
  | {
      type: 'revise';
      body: string;
      origin: 'edited' | 'imported';
      writtenAt?: string;
      offProcess?: string;
      change?: ChangeClass;
    }
  | {
      type: 'comment';
      text: string;
      section: string | null;
      mandatory: boolean;
      mentions: string[];
    }
  | TranslateRequest;

/** A command as the rules take it, and the text that is written beside it. */
export interface Spoken {
  command: Exclude<Command, { type: 'create' }>;
  text: string | null;
}

/** Takes a command apart into what the trail keeps and the text that stands beside it. */
export function spoken(command: Exclude<ItemCommand, TranslateRequest>): Spoken {
  if (command.type === 'comment') {
    const { text, ...rest } = command;
    return { command: { ...rest, commentId: newId(), digest: sha256(text) }, text };
  }
  if (command.type !== 'revise') return { command, text: null };
  const { body, ...rest } = command;
  return { command: { ...rest, ...describeText(body) }, text: body };
}
