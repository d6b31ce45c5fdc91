import { describe, expect, it } from '@jest/globals';
import { readAttachmentPlace } from './attachment-place.js';

describe('the place of attachments', () => {
  it('is a folder, taken from where the process runs', () => {
    const folder = `${process.cwd()}/kept here`;
    expect(readAttachmentPlace('disk:kept here')).toEqual({ kind: 'disk', folder });
    expect(readAttachmentPlace('disk:/srv/a')).toEqual({ kind: 'disk', folder: '/srv/a' });
  });

  it('is a bucket behind an endpoint', () => {
    expect(readAttachmentPlace('s3:https://s3.eu-central-1.amazonaws.com/acme-line')).toEqual({
      kind: 's3',
      endpoint: 'https://s3.eu-central-1.amazonaws.com',
      bucket: 'acme-line',
    });
    expect(readAttachmentPlace('s3:http://127.0.0.1:9000/acme')).toMatchObject({
      endpoint: 'http://127.0.0.1:9000',
    });
  });

  it.each([
    '',
    'disk:',
    '/srv/a',
    's3:acme',
    's3:https://storage.example',
    's3:https://storage.example/acme/deeper',
    's3:https://storage.example/Acme',
    's3:https://key:secret@storage.example/acme',
    's3:https://storage.example/acme?x=1',
    's3:ftp://storage.example/acme',
  ])('is not %p', (text) => {
    expect(readAttachmentPlace(text)).toBeNull();
  });
});
