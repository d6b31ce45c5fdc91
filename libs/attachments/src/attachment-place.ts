import { resolve } from 'node:path';
import type { AttachmentStore } from './attachment-store.js';
import { DiskStore } from './disk-store.js';
import { S3Store } from './s3-store.js';

/** Where attachments are kept, as it is written in a setting: `disk:<folder>` or `s3:<endpoint>/<bucket>`. */
export type AttachmentPlace =
  | { kind: 'disk'; folder: string }
  | { kind: 's3'; endpoint: string; bucket: string };

export interface S3Keys {
  region: string;
  keyId: string;
  secret: string;
}

const BUCKET = /^\/(?<bucket>[a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\/?$/u;

/** Reads such a text; null where it is none. Keys have no place in it. */
export function readAttachmentPlace(text: string): AttachmentPlace | null {
  const [, kind, rest = ''] = /^(disk|s3):(.+)$/su.exec(text) ?? [];
  if (kind === 'disk') return { kind, folder: resolve(rest) };
  if (kind !== 's3' || !URL.canParse(rest)) return null;
  const { protocol, origin, pathname, username, password, search, hash } = new URL(rest);
  const bucket = BUCKET.exec(pathname)?.groups?.['bucket'];
  if (bucket === undefined || !/^https?:$/u.test(protocol)) return null;
  if (`${username}${password}${search}${hash}` !== '') return null;
  return { kind, endpoint: origin, bucket };
}

/**
 * The store at a place. A folder is made when the first attachment comes, a bucket has to be there; on their way into it
 * attachments wait in `waitingIn`, a folder that is nobody else's.
 */
export function attachmentStoreAt(
  place: AttachmentPlace,
  { waitingIn, ...keys }: S3Keys & { waitingIn: string },
): AttachmentStore {
  if (place.kind === 'disk') return new DiskStore(place.folder);
  const { endpoint, bucket } = place;
  return new S3Store({ endpoint, bucket, ...keys }, resolve(waitingIn));
}
