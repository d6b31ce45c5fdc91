import type { ByteRange } from '#attachments';

const SINGLE = /^bytes=\s*(\d*)-(\d*)\s*$/iu;

/**
 * The one part that a Range header asks for, per RFC 9110 §14. Null means all: there is no header, it names several parts,
 * or it cannot be read. `unsatisfiable` is a part behind the end.
 */
export function byteRange(
  header: string | undefined,
  size: number,
): ByteRange | 'unsatisfiable' | null {
  const [, from = '', to = ''] = SINGLE.exec(header ?? '') ?? [];
  if (from === '' && to === '') return null;
  if (from === '') {
    const length = Math.min(Number(to), size);
    return length === 0 ? 'unsatisfiable' : { start: size - length, end: size - 1 };
  }
  const start = Number(from);
  const end = to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (to !== '' && Number(to) < start) return null;
  return start >= size ? 'unsatisfiable' : { start, end };
}
