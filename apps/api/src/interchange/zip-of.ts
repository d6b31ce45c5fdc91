import { Zip, ZipDeflate } from 'fflate';

/** A file of an archive, written as it comes. */
export interface ZipEntry {
  name: string;
  chunks: AsyncIterable<string> | Iterable<string>;
}

/** A zip archive of UTF-8 files, in pieces, holding none of them whole. */
export async function* zipOf(entries: AsyncIterable<ZipEntry>): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    ready.push(chunk);
  });
  const encoder = new TextEncoder();
  for await (const { name, chunks } of entries) {
    const file = new ZipDeflate(name, { level: 6 });
    zip.add(file);
    for await (const chunk of chunks) {
      file.push(encoder.encode(chunk));
      yield* ready.splice(0);
    }
    file.push(new Uint8Array(), true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
}
