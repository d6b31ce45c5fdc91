import { describe, expect, it } from '@jest/globals';
import { connectionFrom } from './server-address.js';

const HERE = { url: 'http://127.0.0.1:3000', key: 'btn_here' };

describe('the server that the command line speaks to', () => {
  it('is the one that runs from here, with its key', () => {
    expect(connectionFrom({}, HERE)).toEqual(HERE);
    expect(connectionFrom({ url: 'http://127.0.0.1:3000/' }, HERE)).toEqual(HERE);
    expect(connectionFrom({ key: 'btn_mine' }, HERE)).toEqual({ ...HERE, key: 'btn_mine' });
  });

  it('is never sent the key of another', () => {
    const url = 'https://baton.example.com';
    expect(() => connectionFrom({ url }, HERE)).toThrow('Expected a server and a key');
    expect(connectionFrom({ url, key: 'btn_mine' }, HERE)).toEqual({ url, key: 'btn_mine' });
  });

  it.each(['baton.example.com', 'ftp://baton.example.com', `${HERE.url}/v1`, `${HERE.url}/?x=1`])(
    'is not at %s',
    (url) => {
      expect(() => connectionFrom({ url }, HERE)).toThrow(`found ${url}.`);
    },
  );

  it.each(['btn_x\n', 'ключ', ''])('is not sent the key %j', (key) => {
    expect(() => connectionFrom({ key }, HERE)).toThrow('Expected a key like btn_');
  });
});
