export {
  AttachmentDigestMismatch,
  AttachmentEmpty,
  AttachmentMissing,
  AttachmentStorageFailed,
  AttachmentTooLarge,
  AttachmentTypeRefused,
} from './attachment-errors.js';
export {
  type AttachmentPlace,
  attachmentStoreAt,
  readAttachmentPlace,
  type S3Keys,
} from './attachment-place.js';
export type { AttachmentStore, ByteRange, PutLimits, Stored } from './attachment-store.js';
export { DiskStore } from './disk-store.js';
export type { S3Access } from './s3-bucket.js';
export { S3Store } from './s3-store.js';
