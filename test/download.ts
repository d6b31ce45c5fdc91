import type request from 'supertest';
import type { TestPerson } from './test-api.js';

/** Keeps the bytes of an answer as they are. */
export function wholeBody(
  response: request.Response,
  done: (error: Error | null, body: Buffer) => void,
): void {
  const chunks: Buffer[] = [];
  const stream = response as unknown as NodeJS.ReadableStream;
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  stream.on('end', () => done(null, Buffer.concat(chunks)));
}

/** The bytes behind an address; throws where it answers anything but 200. */
export async function download(person: TestPerson, path: string): Promise<Buffer> {
  const response = await person.get(path).buffer(true).parse(wholeBody);
  const body = response.body as Buffer;
  if (response.status !== 200) throw new Error(`${path}: ${response.status} ${body.toString()}`);
  return body;
}
