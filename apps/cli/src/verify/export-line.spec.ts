import { describe, expect, it } from '@jest/globals';
import { readExportLine } from './export-line.js';

const leaf = { index: 0, hash: 'AAAA' };
const entry = { itemId: 'item', seq: 1, text: '{}', hash: 'hash' };

describe('a line of an export', () => {
  it.each([
    { export: { v: 3, workspaceId: 'workspace' } },
    { tree: { origin: 'baton/workspace', size: 0, root: 'AAAA' } },
    { key: { number: 1, publicKey: 'AAAA', statement: null, activatedAt: '2027-01-15T09:00:00Z' } },
    { item: { itemId: 'item', stored: null, tasks: [] } },
    { entry },
    { entry: { ...entry, leaf: null } },
    { entry: { ...entry, leaf } },
    { end: { items: 0 } },
  ])('is taken as it is written: %j', (line) => {
    expect(readExportLine(JSON.stringify(line))).toEqual(line);
  });

  it.each([
    ['', 'expected JSON; found an empty line'],
    ['hello', 'expected JSON; found hello'],
    ['null', /^expected a line of export, tree, .*; found null$/u],
    ['{"toString":{}}', /^expected a line of .*; found \{"toString":\{\}\}$/u],
    ['{"end":{"items":0},"entry":{}}', /^expected a line of /u],
    ['{"entry":null}', 'expected an object in entry; found null'],
    ['{"end":{}}', 'expected a whole number from 0 on in end.items; found nothing'],
    ['{"export":{"v":4,"workspaceId":"w"}}', 'expected a version from 1 to 3 in export.v; found 4'],
    [
      '{"tree":{"origin":"o","size":1,"root":"AAAA="}}',
      'expected bytes in base64 in tree.root; found "AAAA="',
    ],
    [
      JSON.stringify({ entry: { ...entry, leaf: { ...leaf, hash: null } } }),
      'expected bytes in base64 in entry.leaf.hash; found null',
    ],
    [
      '{"item":{"itemId":"i","stored":{},"tasks":[null]}}',
      'expected a list of objects in item.tasks; found [null]',
    ],
  ])('is refused where it says something else: %s', (line, why) => {
    expect(() => readExportLine(line)).toThrow(why);
  });
});
