import { describe, expect, it } from '@jest/globals';
import { eventsOf } from '../exchange/exchange.fixture.js';

const HEAD =
  '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">' +
  '<file original="items/1/pricing" source-language="en" target-language="de" datatype="x-markdown"><body>';
const TAIL = '</body></file></xliff>';
const UNIT = '<trans-unit id="a"><source>Hello</source></trans-unit>';
const HEAD_21 =
  '<xliff version="2.1" srcLang="en" trgLang="de" xmlns="urn:oasis:names:tc:xliff:document:2.0">' +
  '<file id="f1" original="items/1/pricing">';

describe('an XLIFF document is refused', () => {
  it.each([
    ['with a DOCTYPE', `<!DOCTYPE xliff>\n${HEAD}${UNIT}${TAIL}`, 'doctype_refused', 'Line 1'],
    [
      'with entities that grow',
      `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>${HEAD}${UNIT}${TAIL}`,
      'doctype_refused',
      'expected a document without DOCTYPE; found one.',
    ],
    [
      'that names a file of ours',
      `<!DOCTYPE x SYSTEM "file:///etc/passwd">${HEAD}${UNIT}${TAIL}`,
      'doctype_refused',
      'DOCTYPE',
    ],
    ['with an entity', `${HEAD}\n  &nbsp;${UNIT}${TAIL}`, 'not_well_formed', 'Line 2, column 9: '],
    ['that is cut off', `${HEAD}${UNIT}`, 'not_well_formed', 'unclosed tag'],
    [
      'with tags that cross',
      `${HEAD}<group></body>`,
      'not_well_formed',
      'expected well-formed XML',
    ],
    [
      'with a control character',
      `${HEAD}&#7;${TAIL}`,
      'not_well_formed',
      'malformed character entity',
    ],
    ['with the same attribute twice', '<xliff a="1" a="2"/>', 'not_well_formed', 'duplicate'],
    [
      'with attributes without end',
      `<xliff version="2.1" ${Array.from({ length: 1000 }, (_, index) => `a${index}="x"`).join(' ')}/>`,
      'too_many_attributes',
      'expected 100 attributes of an element at most; found more.',
    ],
    ['that is empty', '', 'not_well_formed', 'found'],
    ['that is no XLIFF', '<html/>', 'not_xliff', 'found <html>'],
    ['of another namespace', '<xliff version="1.2" xmlns="urn:x"/>', 'not_xliff', 'found <xliff>'],
    [
      'of another version',
      '<xliff version="1.1" xmlns="urn:oasis:names:tc:xliff:document:1.1"/>',
      'unknown_version',
      'expected XLIFF 1.2, 2.0 or 2.1 in its own namespace; found version "1.1"',
    ],
    [
      'without a file',
      `${HEAD.slice(0, HEAD.indexOf('<file'))}</xliff>`,
      'not_xliff',
      '<file>; found none',
    ],
    [
      'of nobody',
      `${HEAD.replace('items/1/pricing', 'a.md')}${TAIL}`,
      'missing_identity',
      'found "a.md"',
    ],
    [
      'for no locale',
      `${HEAD.replace('target-language="de"', '')}${TAIL}`,
      'bad_locale',
      'found none',
    ],
    [
      'for a locale of POSIX',
      `${HEAD.replace('"de"', '"pt_BR"')}${TAIL}`,
      'bad_locale',
      'found "pt_BR"',
    ],
    [
      'with a unit twice',
      `${HEAD}\n${UNIT}\n   ${UNIT}${TAIL}`,
      'duplicate_unit',
      'Line 3, column 4: expected each unit once in a file; found "a" again.',
    ],
    [
      'with an item twice',
      `${HEAD}${UNIT}</body></file>${HEAD.slice(HEAD.indexOf('<file'))}${TAIL}`,
      'duplicate_file',
      'found "1" again',
    ],
    [
      'with a unit without a name',
      `${HEAD}${UNIT.replace('id="a"', '')}${TAIL}`,
      'missing_identity',
      'none',
    ],
    ['with a unit without a source', `${HEAD}<trans-unit id="a"/>${TAIL}`, 'not_xliff', '<source>'],
    [
      'with two targets',
      `${HEAD}<trans-unit id="a"><source>a</source><target>b</target><target>c</target></trans-unit>${TAIL}`,
      'not_xliff',
      'expected one <target> in a unit; found another.',
    ],
    [
      'with a 2.1 unit without a segment',
      `${HEAD_21}<unit id="a"/></file></xliff>`,
      'not_xliff',
      '<segment>',
    ],
    [
      'that says another encoding',
      `<?xml version="1.0" encoding="latin1"?>${HEAD}${TAIL}`,
      null,
      '',
    ],
  ])('%s', async (_, document, code, sentence) => {
    if (code === null) return expect(await eventsOf(document)).toHaveLength(2);
    await expect(eventsOf(document)).rejects.toMatchObject({
      name: 'ExchangeError',
      code,
      message: expect.stringContaining(sentence),
      line: expect.any(Number),
      column: expect.any(Number),
    });
  });

  it('in bytes of an encoding that is not UTF-8', async () => {
    const declared = `<?xml version="1.0" encoding="ISO-8859-1"?>${HEAD}${TAIL}`;
    await expect(eventsOf([Buffer.from(declared)])).rejects.toMatchObject({
      code: 'bad_encoding',
      detail: 'expected UTF-8; found the encoding "ISO-8859-1".',
    });
    const broken = Buffer.from(`${HEAD}${UNIT.replace('Hello', 'Grüße')}${TAIL}`, 'latin1');
    await expect(eventsOf([broken])).rejects.toMatchObject({ code: 'bad_encoding' });
  });

  it('when it is larger than it may be', async () => {
    const document = `${HEAD}${UNIT}${UNIT.replace('"a"', '"b"')}${TAIL}`;
    const bounds = [
      [{ bytes: 100 }, 'too_large'],
      [{ files: 0 }, 'too_many_files'],
      [{ units: 1 }, 'too_many_units'],
      [{ depth: 4 }, 'too_deep'],
      [{ text: 4 }, 'too_long'],
      [{ attribute: 10 }, 'too_long'],
    ] as const;
    for (const [limits, code] of bounds) {
      await expect(eventsOf(document, limits)).rejects.toMatchObject({ code });
    }
    const coded = `${HEAD}${UNIT.replace('Hello', '<x id="1"/>'.repeat(7))}${TAIL}`;
    await expect(eventsOf(coded, { codes: 3 })).rejects.toMatchObject({ code: 'too_many_codes' });
    const words = `${HEAD}${UNIT.replace('Hello', 'abc<x id="1"/>'.repeat(7))}${TAIL}`;
    await expect(eventsOf(words, { text: 20 })).rejects.toMatchObject({ code: 'too_long' });
  });

  it('with elements inside each other without end', async () => {
    await expect(eventsOf(HEAD + '<group>'.repeat(10_000))).rejects.toMatchObject({
      code: 'too_deep',
      detail: 'expected 100 elements inside each other at most; found more.',
    });
  });
});

it('tells nothing more after an error, and no end of the file that it is in', async () => {
  const document = `${HEAD}${UNIT}<trans-unit id="b"/>${UNIT.replace('"a"', '"c"')}${TAIL}`;
  const told: string[] = [];
  const { readXliff } = await import('./read-xliff.js');
  const reading = (async () => {
    for await (const event of readXliff([HEAD, document.slice(HEAD.length)])) told.push(event.kind);
  })();
  await expect(reading).rejects.toMatchObject({ code: 'not_xliff' });
  expect(told).toEqual(['file']);
});

it('reads UTF-16 with its byte order mark, and UTF-8 with one', async () => {
  const document = `\uFEFF${HEAD}${UNIT.replace('Hello', '価格 👩‍👩‍👧')}${TAIL}`;
  const little = Buffer.from(document, 'utf16le');
  const expected = await eventsOf(document);
  expect(expected).toHaveLength(3);
  expect(await eventsOf([little])).toEqual(expected);
  expect(await eventsOf([Buffer.from(little).swap16()])).toEqual(expected);
  expect(await eventsOf([Buffer.from(document)])).toEqual(expected);
  expect(await eventsOf([...Buffer.from(document)].map((byte) => Uint8Array.of(byte)))).toEqual(
    expected,
  );
});
