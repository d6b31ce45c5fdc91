import { type AttachmentStore, attachmentStoreAt, readAttachmentPlace } from '#attachments';
import { ConfigService } from '@nestjs/config';
import type { Settings } from '../settings.js';

export const ATTACHMENT_STORE = 'baton:attachment-store';

/** Where attachments wait on their way into a bucket. Not in /tmp, which is shared, and memory on some machines. */
const WAITING_IN = '.baton/attachments/incoming';

/** The store that the settings name; they were checked before. */
export const attachmentStoreProvider = {
  provide: ATTACHMENT_STORE,
  inject: [ConfigService],
  useFactory: (config: ConfigService<Settings, true>): AttachmentStore => {
    const place = readAttachmentPlace(config.get('ATTACHMENTS', { infer: true }));
    if (place === null) throw new Error('Expected settings that were checked.');
    return attachmentStoreAt(place, {
      region: config.get('ATTACHMENTS_S3_REGION', { infer: true }),
      keyId: config.get('ATTACHMENTS_S3_KEY_ID', { infer: true }),
      waitingIn: WAITING_IN,
      secret: config.get('ATTACHMENTS_S3_SECRET', { infer: true }),
    });
  },
};
