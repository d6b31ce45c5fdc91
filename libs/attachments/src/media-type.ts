import { FileTypeParser } from 'file-type';
import { AttachmentTypeRefused } from './attachment-errors.js';
import { markupTypeOf } from './markup-type.js';

/** Bytes from the beginning that markup and programs are told by. */
export const SNIFFED_BYTES = 4096;

/** Milliseconds that looking for a type may take; hostile files are made to take longer. */
const TIMEOUT_MS = 10_000;

/** How programs begin, in hex. */
const PROGRAMS: [beginning: string, name: string][] = [
  ['7f454c46', 'a program (ELF)'],
  ['feedface', 'a program (Mach-O)'],
  ['feedfacf', 'a program (Mach-O)'],
  ['cefaedfe', 'a program (Mach-O)'],
  ['cffaedfe', 'a program (Mach-O)'],
  ['cafebabe', 'a program (Mach-O or Java)'],
  ['cafebabf', 'a program (Mach-O)'],
];

/** What no text is, even where it begins like one: "BM" also begins a bitmap. */
const NEVER_TEXT = /^(audio|font|image|video)\/|^application\/x-msdownload$/u;

/**
 * The media type that the bytes of a file show: what file-type knows by its magic numbers; markup as the markup it is;
 * text/plain for other UTF-8 without NUL; else application/octet-stream. Throws AttachmentTypeRefused for programs.
 */
export async function mediaTypeOf({
  file,
  head,
  isText,
}: {
  file: string;
  /** the first SNIFFED_BYTES */
  head: Buffer;
  isText: boolean;
}): Promise<string> {
  const program = programIn(head, isText);
  if (program !== null) throw new AttachmentTypeRefused(program);
  const markup = isText ? markupTypeOf(head.toString()) : null;
  if (markup !== null) return markup;
  const known = await knownType(file);
  if (known === 'application/x.ms.shortcut') throw new AttachmentTypeRefused('a Windows shortcut');
  if (!isText) return known ?? 'application/octet-stream';
  return known === undefined || NEVER_TEXT.test(known) ? 'text/plain' : known;
}

async function knownType(file: string): Promise<string | undefined> {
  const parser = new FileTypeParser({ signal: AbortSignal.timeout(TIMEOUT_MS) });
  try {
    return (await parser.fromFile(file))?.mime;
  } catch {
    // A file broken inside is one of no known type.
    return undefined;
  }
}

function programIn(head: Buffer, isText: boolean): string | null {
  const start = head.toString('latin1').replace(/^\u{ef}\u{bb}\u{bf}/u, '');
  // Recordings in AMR begin with the same two characters.
  if (start.startsWith('#!') && !start.startsWith('#!AMR')) return 'a script (#!)';
  if (start.startsWith('MZ') && !isText) return 'a program (Windows)';
  const hex = head.toString('hex', 0, 4);
  return PROGRAMS.find(([beginning]) => beginning === hex)?.[1] ?? null;
}
