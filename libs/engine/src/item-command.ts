import { type ChangeClass, type Command, sha256 } from '#domain';
import { sectionsOf } from '#localization';
import { newId } from './new-id.js';

/** Commands that change an item that exists. A revision and a comment come with their text. */
export type ItemCommand =
  | Exclude<Command, { type: 'create' | 'revise' | 'comment' }>
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
    };

/** A command as the rules take it, and the text that is written beside it. */
export interface Spoken {
  command: Exclude<Command, { type: 'create' }>;
  text: string | null;
}

/** Takes a command apart into what the trail keeps and the text that stands beside it. */
export function spoken(command: ItemCommand): Spoken {
  if (command.type === 'comment') {
    const { text, ...rest } = command;
    return { command: { ...rest, commentId: newId(), digest: sha256(text) }, text };
  }
  if (command.type !== 'revise') return { command, text: null };
  const { body, ...rest } = command;
  const sections = sectionsOf(body).map(({ key, digest }) => ({ key, digest }));
  return {
    command: { ...rest, digest: sha256(body), size: Buffer.byteLength(body), sections },
    text: body,
  };
}
