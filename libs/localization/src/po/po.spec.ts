import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { TOOL, UNITS, fileOf, textOf, unitOf, unitsIn } from '../exchange/exchange.fixture.js';
import type { ExchangeEvent } from '../exchange/exchange-file.js';
import { taggedText } from '../text/tagged.js';
import type { SegmentState } from '../text/unit.js';
import { readPo } from './read-po.js';
import { writePo } from './write-po.js';

async function eventsOf(text: string, limits = {}): Promise<ExchangeEvent[]> {
  const events: ExchangeEvent[] = [];
  for await (const event of readPo([text], limits)) events.push(event);
  return events;
}

/** PO knows nothing above this. */
function knownToPo(state: SegmentState): SegmentState {
  return state === 'reviewed' || state === 'approved' ? 'translated' : state;
}

describe('a gettext file', () => {
  it('comes back with the same keys, hashes and tagged texts, and the states that PO knows', async () => {
    await fc.assert(
      fc.asyncProperty(UNITS, async (units) => {
        const text = await textOf(writePo(fileOf(units), { tool: TOOL }));
        const read = unitsIn(await eventsOf(text)).map(
          ({ key, sourceHash, source, target, state }) => ({
            key,
            sourceHash,
            source,
            target,
            state,
          }),
        );
        expect(read).toEqual(
          units.map(({ key, sourceHash, source, target, state }) => ({
            key,
            sourceHash,
            source: taggedText(source),
            target: target === null ? null : taggedText(target),
            state: knownToPo(state),
          })),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('is written as gettext writes it', async () => {
    const units = [
      unitOf('p1', { source: ['Say "hi"\nor not'], note: 'On the cover', sourceHash: 'abc' }),
      unitOf('p2', {
        source: ['Read ', { kind: 'placeholder', id: 1, type: 'image', original: '![]()' }],
        target: ['Lies ', { kind: 'placeholder', id: 1, type: 'image', original: '![]()' }],
        previousSource: ['Reed'],
        state: 'source_changed',
        sourceHash: 'def',
      }),
    ];
    const text = await textOf(writePo(fileOf(units, { targetLocale: 'pt-BR' }), { tool: TOOL }));
    expect(text).toContain('"Language: pt_BR\\n"\n');
    expect(text).toContain(`
#. On the cover
#. baton: hash=abc plain
msgctxt "p1"
msgid ""
"Say \\"hi\\"\\n"
"or not"
msgstr ""

#. baton: hash=def tagged source-changed
#, fuzzy
#| msgid "Reed"
msgctxt "p2"
msgid "Read <1/>"
msgstr "Lies <1/>"
`);
  });

  it('passes over what is obsolete and keeps what translators wrote', async () => {
    const text = await textOf(writePo(fileOf([unitOf('a')]), { tool: TOOL }));
    const back = text.replace('msgctxt "a"', '# Which hello?\r\nmsgctxt "a"');
    const events = await eventsOf(`${back}\n#~ msgid "old"\n#~ msgstr "alt"\n`);
    expect(unitsIn(events)).toMatchObject([
      { key: 'a', note: 'Which hello?', state: 'untranslated' },
    ]);
  });

  const HEADER = `msgid ""
msgstr ""
"Language: de\\n"
"X-Source-Language: en\\n"
"X-Baton-Original: items/1/pricing\\n"
`;

  it.each([
    ['what is no PO', 'hello', 'not_po', 'Line 1, column 1: expected a comment'],
    ['a file without a header', '', 'not_po', 'expected a header; found none.'],
    ['one of nobody', 'msgid ""\nmsgstr "Language: de\\n"\n', 'missing_identity', 'found none'],
    [
      'another charset',
      'msgid ""\nmsgstr "Content-Type: text/plain; charset=CP1252\\n"',
      'bad_encoding',
      'CP1252',
    ],
    ['an escape that nobody knows', `${HEADER}\nmsgid "a\\q"`, 'not_po', 'Line 7, column 9:'],
    ['a quote in the middle', `${HEADER}\nmsgid "a"b"`, 'not_po', 'Line 7, column 9:'],
    ['a string without an end', `${HEADER}\nmsgid "a`, 'not_po', 'Line 7, column'],
    ['a NUL', `${HEADER}\n# a\0b`, 'not_po', 'Line 7, column 4: '],
    ['plural forms', `${HEADER}\nmsgid "a"\nmsgid_plural "b"`, 'not_po', 'msgid_plural'],
    [
      'an entry without its key',
      `${HEADER}\nmsgid "a"\nmsgstr "b"\n`,
      'missing_identity',
      'found none',
    ],
    [
      'a unit that comes twice',
      `${HEADER}${'\nmsgctxt "k"\nmsgid "a"\nmsgstr "b"\n'.repeat(2)}`,
      'duplicate_unit',
      'found "k" again',
    ],
    ['an entry without a translation', `${HEADER}\nmsgctxt "k"\nmsgid "a"\n`, 'not_po', 'msgstr'],
  ])('refuses %s, and says where', async (_, text, code, sentence) => {
    await expect(eventsOf(text)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(sentence),
    });
  });

  it('has bounds', async () => {
    const unit = '\nmsgctxt "k"\nmsgid "a"\nmsgstr "b"\n';
    await expect(eventsOf(HEADER + unit, { bytes: 50 })).rejects.toMatchObject({
      code: 'too_large',
    });
    await expect(eventsOf(HEADER + unit, { units: 0 })).rejects.toMatchObject({
      code: 'too_many_units',
    });
    await expect(eventsOf(`msgid "${'a'.repeat(900)}`, { text: 100 })).rejects.toMatchObject({
      code: 'too_long',
    });
  });
});
