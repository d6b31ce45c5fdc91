import { describe, expect, it } from '@jest/globals';
import { readSettings } from '#engine';
import { Settings } from './settings.js';

const DATABASE_URL = 'postgres://somebody:secret@db/baton';
const read = (settings: Record<string, string>) =>
  readSettings(Settings, { DATABASE_URL, ...settings });

describe('the place of attachments in the settings', () => {
  it('is a folder beside the other data unless told otherwise, for files of up to 50 MB', () => {
    expect(read({})).toMatchObject({
      ATTACHMENTS: 'disk:.baton/attachments',
      ATTACHMENT_LIMIT_MB: 50,
    });
    expect(read({ ATTACHMENT_LIMIT_MB: '2000' }).ATTACHMENT_LIMIT_MB).toBe(2000);
  });

  it('asks for a key where it is a bucket, and only there', () => {
    const bucket = { ATTACHMENTS: 's3:https://storage.example/acme' };
    expect(() => read(bucket)).toThrow(/S3_KEY_ID: expected .*; found nothing/u);
    expect(() => read({ ...bucket, ATTACHMENTS_S3_KEY_ID: 'a' })).toThrow(
      'ATTACHMENTS_S3_SECRET: expected the secret of that key; found nothing.',
    );
    const keys = { ATTACHMENTS_S3_KEY_ID: 'a', ATTACHMENTS_S3_SECRET: 'b' };
    expect(read({ ...bucket, ...keys }).ATTACHMENTS_S3_REGION).toBe('us-east-1');
    expect(() => read({ ATTACHMENTS: 'disk:/srv/attachments' })).not.toThrow();
  });

  it('never repeats a key that somebody wrote into it', () => {
    const wrong = () => read({ ATTACHMENTS: 's3:https://key:hunter2@storage.example/acme' });
    expect(wrong).toThrow(
      'ATTACHMENTS: expected disk:<folder> or s3:<endpoint>/<bucket>, without keys; found something else.',
    );
    expect(wrong).not.toThrow('hunter2');
  });

  it.each(['0', '2001', '1.5', 'many'])('has no limit of %s', (limit) => {
    expect(() => read({ ATTACHMENT_LIMIT_MB: limit })).toThrow(
      `ATTACHMENT_LIMIT_MB: expected a whole number from 1 to 2000; found "${limit}".`,
    );
  });
});
