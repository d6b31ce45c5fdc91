import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { ExchangeUnit } from '../exchange/exchange-file.js';
import { taggedText } from '../text/tagged.js';
import {
  TOOL,
  UNITS,
  eventsOf,
  fileOf,
  textOf,
  unitOf,
  unitsIn,
} from '../exchange/exchange.fixture.js';
import { type XliffOptions, writeXliff } from './write-xliff.js';

const WAYS: XliffOptions[] = [
  { version: '1.2', tool: TOOL },
  { version: '1.2', profile: 'prefilled', tool: TOOL },
  { version: '2.1', tool: TOOL },
];

function essence({ key, sourceHash, source, target, state }: ExchangeUnit) {
  return {
    key,
    sourceHash,
    state,
    source: taggedText(source),
    target: target === null ? null : taggedText(target),
  };
}

describe.each(WAYS)('a document of XLIFF %o', (options) => {
  it('comes back with the same keys, hashes, states and tagged texts', async () => {
    await fc.assert(
      fc.asyncProperty(UNITS, async (units) => {
        const text = await textOf(writeXliff([fileOf(units)], options));
        const read = unitsIn(await eventsOf(text)).map(
          ({ key, sourceHash, source, target, state }) => ({
            key,
            sourceHash,
            source,
            target,
            state,
          }),
        );
        expect(read).toEqual(units.map(essence));
      }),
      { numRuns: 100 },
    );
  });

  it('reads the same however its bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(UNITS, fc.integer({ min: 1, max: 9 }), async (units, length) => {
        const text = await textOf(writeXliff([fileOf(units)], options));
        const bytes = new TextEncoder().encode(text);
        const cut = Array.from({ length: Math.ceil(bytes.length / length) }, (_, index) =>
          bytes.subarray(index * length, (index + 1) * length),
        );
        expect(await eventsOf(cut)).toEqual(await eventsOf(text));
      }),
      { numRuns: 40 },
    );
  });

  it('says which item its units belong to, and where each file ends', async () => {
    const second = fileOf([], { itemId: 'item-2', slug: 'terms', units: [unitOf('b')] });
    const text = await textOf(writeXliff([fileOf([unitOf('a')]), second], options));
    const events = await eventsOf(text);
    expect(events.map(({ kind, itemId }) => [kind, itemId])).toEqual([
      ['file', '0198c0de-0000-7000-8000-000000000001'],
      ['unit', '0198c0de-0000-7000-8000-000000000001'],
      ['file_end', '0198c0de-0000-7000-8000-000000000001'],
      ['file', 'item-2'],
      ['unit', 'item-2'],
      ['file_end', 'item-2'],
    ]);
    expect(events[0]).toMatchObject({
      slug: 'pricing',
      sourceLocale: 'en',
      targetLocale: 'de',
      sourceDigest: 'f'.repeat(64),
      itemVersion: 7,
    });
  });

  it('replaces what nobody can store: half a surrogate pair and U+0000', async () => {
    const unit = unitOf('a', { source: ['x\uD800y\u0000z'] });
    const text = await textOf(writeXliff([fileOf([unit])], options));
    expect(unitsIn(await eventsOf(text))[0]?.source).toBe('x\uFFFDy\uFFFDz');
  });

  it('takes an empty target for none', async () => {
    const unit = unitOf('a', { target: [], state: 'approved' });
    const text = await textOf(writeXliff([fileOf([unit])], options));
    expect(unitsIn(await eventsOf(text))[0]).toMatchObject({ target: null, state: 'untranslated' });
  });

  it('refuses a key that is no name in XML', async () => {
    await expect(textOf(writeXliff([fileOf([unitOf('a b')])], options))).rejects.toThrow(
      'Expected a key of letters, digits, ".", "_" and "-"; found "a b".',
    );
  });

  it('refuses to write a document without a unit', async () => {
    await expect(textOf(writeXliff([], options))).rejects.toThrow('Expected at least one file');
  });
});

it('writes one pair of locales into a document of 2.1', async () => {
  const files = [fileOf([unitOf('a')]), fileOf([unitOf('a')], { targetLocale: 'fr' })];
  await expect(textOf(writeXliff(files, { version: '2.1', tool: TOOL }))).rejects.toThrow(
    'Expected every file of a 2.1 document from en to de; found one from en to fr.',
  );
  const text = await textOf(writeXliff(files, { version: '1.2', tool: TOOL }));
  expect((await eventsOf(text)).filter(({ kind }) => kind === 'file')).toHaveLength(2);
});
