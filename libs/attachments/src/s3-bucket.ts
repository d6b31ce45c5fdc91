import { AwsClient } from 'aws4fetch';
import { createReadStream } from 'node:fs';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { pipeline } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { AttachmentStorageFailed } from './attachment-errors.js';

/** Where a bucket is and how to get in. */
export interface S3Access {
  /** `https://s3.eu-central-1.amazonaws.com`, without a path */
  endpoint: string;
  bucket: string;
  region: string;
  keyId: string;
  secret: string;
  /** milliseconds in which nothing moves on a connection until it is given up; a minute where it is left out */
  idleTimeoutMs?: number;
}

interface Sent {
  method: 'GET' | 'HEAD' | 'PUT';
  key: string;
  headers?: Record<string, string>;
  body?: { file: string; size: number };
}

/** The storage answered, and did not do as it was asked. */
class RefusedByStorage extends AttachmentStorageFailed {
  constructor(
    message: string,
    /** S3's own, such as NoSuchBucket; empty where it gave none */
    readonly code: string,
  ) {
    super(message);
  }
}

const ATTEMPTS = 4;
/** Milliseconds before the second attempt; four times as long before each next one, less up to a half by chance. */
const FIRST_PAUSE = 100;
const IDLE_TIMEOUT = 60_000;
const TOO_MANY_REQUESTS = 429;
/** Characters of an answer that are looked at for a reason. */
const LONGEST_REASON = 10_000;

/** Signed requests to one bucket, addressed by path, repeated when the storage or the network fails for a moment. */
export class S3Bucket {
  private readonly client: AwsClient;

  constructor(private readonly access: S3Access) {
    const { keyId: accessKeyId, secret: secretAccessKey, region } = access;
    this.client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3' });
  }

  /** The answer, whatever its status below 500. Throws AttachmentStorageFailed when no attempt gets one. */
  async send(sent: Sent): Promise<IncomingMessage> {
    for (let attempt = 1; ; attempt += 1) {
      const tried = await this.attempt(sent);
      const failed = tried instanceof AttachmentStorageFailed;
      if (!failed && !isPassing(tried.statusCode!)) return tried;
      if (attempt === ATTEMPTS) throw failed ? tried : await this.failed(tried);
      if (!failed) tried.destroy();
      await delay(FIRST_PAUSE * 4 ** (attempt - 1) * (1 - Math.random() / 2));
    }
  }

  /** What an answer that nobody asked for means: its status and the storage's own code. */
  async failed(answer: IncomingMessage): Promise<RefusedByStorage> {
    const code = await codeIn(answer);
    const found = `${answer.statusCode} ${code}`.trim();
    return new RefusedByStorage(
      `Expected ${this.place} to serve the request; it answered ${found}.`,
      code,
    );
  }

  private get place(): string {
    return `${this.access.endpoint}/${this.access.bucket}`;
  }

  private async attempt(sent: Sent): Promise<IncomingMessage | AttachmentStorageFailed> {
    const { method, key, headers = {}, body } = sent;
    const signed = await this.client.sign(`${this.place}/${key}`, { method, headers });
    try {
      const { idleTimeoutMs = IDLE_TIMEOUT } = this.access;
      return await exchange(signed, { body, idleTimeoutMs });
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      return new AttachmentStorageFailed(
        `Expected ${this.place} to answer; found ${code ?? message}.`,
        { cause: error },
      );
    }
  }
}

/** Sends what was signed. Through node:http and not by fetch, which holds a body in memory until it is answered. */
function exchange(
  { url, method, headers }: Request,
  { body, idleTimeoutMs }: { body: Sent['body']; idleTimeoutMs: number },
): Promise<IncomingMessage> {
  const open = url.startsWith('https:') ? requestHttps : requestHttp;
  const length = body === undefined ? {} : { 'content-length': String(body.size) };
  return new Promise((resolve, reject) => {
    const sent = open(url, { method, headers: { ...Object.fromEntries(headers), ...length } });
    sent.setTimeout(idleTimeoutMs, () => {
      sent.destroy(new Error(`silence for ${idleTimeoutMs} ms`));
    });
    sent.once('response', resolve);
    sent.on('error', reject);
    if (body === undefined) sent.end();
    else {
      pipeline(createReadStream(body.file), sent, (error) => {
        if (error != null) reject(error);
      });
    }
  });
}

function isPassing(status: number): boolean {
  return status >= 500 || status === TOO_MANY_REQUESTS;
}

/** The code in the XML of a refusal, as far as it can be read; empty where there is none. */
async function codeIn(answer: IncomingMessage): Promise<string> {
  let text = '';
  try {
    for await (const chunk of answer) {
      text += (chunk as Buffer).toString();
      if (text.length > LONGEST_REASON) break;
    }
  } catch {
    // The status is reason enough.
  }
  return /<Code>(\w{1,100})<\/Code>/u.exec(text)?.[1] ?? '';
}
