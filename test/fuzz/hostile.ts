import * as fc from 'fast-check';

/** JSON values that somebody might send who means no good, or whose program is broken. */
export const HOSTILE_VALUES: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  2 ** 31,
  2 ** 53,
  1e308,
  '',
  ' ',
  'null',
  'a\u0000b',
  '\ud800',
  '\u202e\u200b',
  '🦄'.repeat(300),
  'a'.repeat(5000),
  "' or 1=1 --",
  '../../etc/passwd',
  '__proto__',
  'constructor',
  '2027-13-45T99:99:99Z',
  '+275760-09-13T00:00:00.001Z',
  '0001-01-01T00:00:00Z',
  '00000000-0000-0000-0000-000000000000',
  [],
  [null],
  {},
  { constructor: { prototype: {} } },
  { length: 1e9 },
  Array.from({ length: 600 }, () => 'x'),
];

/** Bodies that are no JSON object, or that only a parser sees through. */
export const HOSTILE_BODIES: readonly (string | Uint8Array)[] = [
  '',
  'null',
  '[]',
  '"text"',
  '{',
  '{"a":1,}',
  '{"__proto__":{"x":1}}',
  '{"constructor":{"prototype":{}}}',
  '{"title":1e400}',
  '{"title":"\\u0000"}',
  '{"title":"\\ud800"}',
  `{"a":${'['.repeat(5000)}${']'.repeat(5000)}}`,
  `{"a":${'['.repeat(90)}${']'.repeat(90)}}`,
  `{"title":"${'a'.repeat(1_100_000)}"}`,
  '\ufeff{}',
  'id: x\nstates: &a [*a]',
  'source_locale,target_locale\nen',
  '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]><xliff>&y;</xliff>',
  'msgid ""\nmsgstr "\\xff"',
  new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]),
  new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0, 0, 0, 0]),
];

export const MEDIA_TYPES: readonly string[] = [
  'application/json',
  'application/json; charset=utf-16',
  'application/json;;;',
  'application/vnd.api+json',
  'application/octet-stream',
  'application/x-www-form-urlencoded',
  'application/yaml',
  'multipart/form-data; boundary=x',
  'text/csv',
  'text/plain',
  'no media type',
  '*/*',
];

/** Parts of an address, percent-encoded as they are sent. */
export const HOSTILE_PARTS: readonly string[] = [
  '%00',
  '%2e%2e%2f',
  '%ff',
  '%zz',
  '%20',
  '%F0%9F%A6%84',
  'a'.repeat(199),
  'a'.repeat(300),
  '__proto__',
  'constructor',
  '0',
  '-1',
  '999999999999999999999',
  'null',
  '*',
  '00000000-0000-0000-0000-000000000000',
  'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF',
  '%27%20or%201=1--',
];

/** Pairs of a query that no operation asks for, or not so. */
export const HOSTILE_PAIRS: readonly string[] = [
  'limit=1&limit=2',
  'limit=0',
  'limit=1e2',
  'limit=99999999999999999999',
  'limit=',
  'limit[]=1',
  'cursor=%22',
  'cursor=bnVsbA',
  'cursor=eyJhIjoxfQ',
  'cursor=MTAwMDAwMDAwMDAwMDAwMDAwMDA',
  'cursor=LTE',
  `cursor=${Buffer.from('"00000000-0000-0000-0000-000000000000"').toString('base64url')}`,
  '__proto__=1',
  'constructor[prototype]=1',
  'a[b][c]=1',
  'unknown=1',
  'q=%00',
  'q=%ed%a0%80',
  'q=%25_%5c',
  '&&&=',
  '%zz=1',
  `q=${'a'.repeat(3000)}`,
];

/** Values of headers, by name. */
export const HOSTILE_HEADERS: Readonly<Record<string, readonly string[]>> = {
  'if-match': ['*', '"1"', '"999999999"', '"9999999999"', 'W/"1"', '1', '"1", "2"', '""', '"-1"'],
  'if-none-match': ['*', '"1"', 'W/"1"', '"1", "2"', ',', 'a'.repeat(2000)],
  'idempotency-key': ['k', '"k"', '""', '"', 'k'.repeat(255), 'k'.repeat(300), 'a b'],
  'content-digest': ['sha-256=:AAAA:', 'md5=:AAAA:', '=', 'sha-256=::'],
  'accept-language': ['*', 'de', 'de;q=2', ';;;', 'zh_CN', 'a'.repeat(900), ',,,'],
  accept: ['*/*', 'text/html', 'text/markdown;q=0', 'image/png', ';', 'text/*;q=x'],
  range: ['bytes=0-0', 'bytes=-1', 'bytes=9-2', 'bytes=0-1,3-4', 'items=1', 'bytes=', 'bytes=99-'],
  'if-range': ['"x"', 'yesterday'],
  'content-encoding': ['gzip', 'identity', ''],
  'x-request-id': ['ok', 'a'.repeat(101), '../x', '{}'],
  expect: ['100-continue'],
};

/** Now and then something hostile in the place of what is asked for. */
export function mostly<T>(asked: fc.Arbitrary<T>, hostile: readonly T[]): fc.Arbitrary<T> {
  return fc.oneof(
    { arbitrary: asked, weight: 5 },
    { arbitrary: fc.constantFrom(...hostile), weight: 1 },
  );
}
