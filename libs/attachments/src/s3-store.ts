import type { Readable } from 'node:stream';
import { AttachmentMissing } from './attachment-errors.js';
import {
  addressOf,
  type AttachmentStore,
  type ByteRange,
  type PutLimits,
  type Stored,
} from './attachment-store.js';
import { Incoming, type Received } from './incoming.js';
import { type S3Access, S3Bucket } from './s3-bucket.js';

/**
 * Attachments as objects of an S3-compatible bucket, under the same names as in a folder. They wait in a local folder until
 * their digest is known, because the request to store them is signed with it.
 */
export class S3Store implements AttachmentStore {
  private readonly incoming: Incoming;
  private readonly bucket: S3Bucket;

  constructor(access: S3Access, temporaryFolder: string) {
    this.bucket = new S3Bucket(access);
    this.incoming = new Incoming(temporaryFolder);
  }

  async put(source: Readable, limits: PutLimits): Promise<Stored> {
    return this.incoming.receive(source, limits, (received) => this.keep(received));
  }

  async open(digest: string, range?: ByteRange): Promise<Readable> {
    const answer = await this.bucket.send({
      method: 'GET',
      key: addressOf(digest),
      headers: range === undefined ? {} : { range: `bytes=${range.start}-${range.end}` },
    });
    if (answer.statusCode === (range === undefined ? 200 : 206)) return answer;
    const failed = await this.bucket.failed(answer);
    throw failed.code === 'NoSuchKey' ? new AttachmentMissing(digest) : failed;
  }

  async has(digest: string): Promise<boolean> {
    return (await this.sizeOf(digest)) !== null;
  }

  private async keep({ file, digest, size }: Received): Promise<void> {
    if ((await this.sizeOf(digest)) === size) return;
    const answer = await this.bucket.send({
      method: 'PUT',
      key: addressOf(digest),
      headers: {
        // Whoever gets hold of a link to the object itself is not shown a page.
        'content-type': 'application/octet-stream',
        'x-amz-content-sha256': digest,
      },
      body: { file, size },
    });
    if (answer.statusCode !== 200) throw await this.bucket.failed(answer);
    answer.resume();
  }

  private async sizeOf(digest: string): Promise<number | null> {
    const answer = await this.bucket.send({ method: 'HEAD', key: addressOf(digest) });
    if (answer.statusCode !== 200 && answer.statusCode !== 404) {
      throw await this.bucket.failed(answer);
    }
    answer.resume();
    return answer.statusCode === 404 ? null : Number(answer.headers['content-length']);
  }
}
