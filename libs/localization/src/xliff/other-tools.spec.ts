import { describe, expect, it } from '@jest/globals';
import { TOOL, eventsOf, fileOf, textOf, unitOf, unitsIn } from '../exchange/exchange.fixture.js';
import type { UnitRead } from '../exchange/exchange-file.js';
import type { InlineText } from '../text/unit.js';
import { writeXliff } from './write-xliff.js';

const LINKED: InlineText = [
  'Read the ',
  { kind: 'open', id: 1, type: 'link', original: '[' },
  'guide',
  { kind: 'close', id: 1, type: 'link', original: '](x)' },
  { kind: 'placeholder', id: 2, type: 'break', original: '<br>', optional: true },
];

/** A unit of 1.2 that a tool has written. */
async function read12(content: string, attributes = ''): Promise<UnitRead | undefined> {
  const document = `<x:xliff version="1.2" xmlns:x="urn:oasis:names:tc:xliff:document:1.2" xmlns:t="urn:tool">
    <x:file original="items/1/pricing" source-language="en" target-language="de" datatype="x">
      <x:header><t:own/></x:header><x:body><x:group id="g"><t:own><x:trans-unit id="b"/></t:own>
      <x:trans-unit id="a"${attributes}>${content.replaceAll(/<(?=\w)/gu, '<x:').replaceAll('</', '</x:')}</x:trans-unit>
    </x:group></x:body></x:file></x:xliff>`;
  return unitsIn(await eventsOf(document))[0];
}

/** A unit of 2.1 that a tool has written. */
async function read21(content: string): Promise<UnitRead | undefined> {
  const document = `<xliff version="2.0" srcLang="en" trgLang="de" xmlns="urn:oasis:names:tc:xliff:document:2.0">
    <file id="f1" original="items/1/pricing"><group id="g"><unit id="a">${content}</unit></group></file></xliff>`;
  return unitsIn(await eventsOf(document))[0];
}

describe('what a tool makes of 1.2', () => {
  it('may be segmented, marked, commented and wrapped in CDATA', async () => {
    const unit = await read12(
      `<source>One. <g id="1">Two.</g></source>
       <seg-source><mrk mtype="seg" mid="0">One. </mrk></seg-source>
       <target state="translated"><mrk mtype="seg" mid="0">Eins<!-- sic -->. </mrk><g id="1"><![CDATA[Zwei & <]]></g></target>
       <alt-trans><source>x</source><target>y</target></alt-trans>`,
    );
    expect(unit).toMatchObject({
      source: 'One. <1>Two.</1>',
      target: 'Eins. <1>Zwei &amp; &lt;</1>',
      state: 'translated',
      sourceHash: null,
    });
  });

  it('keeps codes where the tool has put them: moved, doubled, dropped, and of its own', async () => {
    const unit = await read12(
      `<source><g id="1">a</g><x id="2"/><bx id="3" rid="9"/>b<ex id="4" rid="9"/></source>
       <target><x id="2"/><x id="2"/><ph id="new">x</ph><g id="also">c</g><it id="1" pos="close"/><x id="8"/></target>`,
    );
    expect(unit?.source).toBe('<1>a</1><2/><3>b</3>');
    expect(unit?.target).toBe('<2/><2/><4/><5>c</5></1><8/>');
  });

  it('gives a number beyond ours to a code that is none of ours, whatever numbers there are', async () => {
    const unit = await read12(
      '<source><x id="1"/></source><target><x id="2"/><x id="n"/><x id="0"/><x id="__proto__"/></target>',
    );
    expect(unit?.target).toBe('<2/><3/><4/><5/>');
  });

  it.each([
    ['<target state="new"/>', '', null, 'untranslated'],
    ['<target>  \n </target>', '', null, 'untranslated'],
    ['<target>Hallo</target>', '', 'Hallo', 'translated'],
    ['<target state="needs-translation">Hallo</target>', '', 'Hallo', 'translated'],
    ['<target state="needs-translation">Hello</target>', '', null, 'untranslated'],
    ['<target state="translated">Hello</target>', '', 'Hello', 'translated'],
    ['<target state="needs-translation">Hello</target>', ' approved="yes"', 'Hello', 'approved'],
    ['<target state="translated">Hallo</target>', ' approved="yes"', 'Hallo', 'approved'],
    ['<target state="needs-review-l10n">Hallo</target>', '', 'Hallo', 'proposed'],
    ['<target state="needs-l10n">Hallo</target>', '', 'Hallo', 'source_changed'],
    ['<target state="x-done">Hallo</target>', '', 'Hallo', 'proposed'],
  ])('%s%s means %s, %s', async (content, attributes, target, state) => {
    expect(await read12(`<source>Hello</source>${content}`, attributes)).toMatchObject({
      target,
      state,
    });
  });

  it('tells what others wrote beside a unit', async () => {
    const note =
      '<note from="baton">ours</note><note>Which one?</note><note from="Ana">This.</note>';
    expect(await read12(`<source>a</source>${note}`)).toMatchObject({ note: 'Which one?\nThis.' });
  });
});

describe('what a tool makes of 2.1', () => {
  it('may be divided into segments, which are one paragraph again', async () => {
    const unit = await read21(
      `<notes><note category="baton:note">ours</note><note>theirs</note></notes>
       <segment state="final"><source>One.</source><target>Eins.</target></segment>
       <ignorable><source> </source></ignorable>
       <segment state="translated"><source><pc id="1">Two.</pc></source><target><pc id="1">Zwei.</pc></target></segment>`,
    );
    expect(unit).toMatchObject({
      source: 'One. <1>Two.</1>',
      target: 'Eins. <1>Zwei.</1>',
      state: 'translated',
      note: 'theirs',
    });
  });

  it('is a proposal where some segments are not translated', async () => {
    const unit = await read21(
      `<segment state="final"><source>One. </source><target>Eins. </target></segment>
       <segment><source>Two.</source></segment>`,
    );
    expect(unit).toMatchObject({ target: 'Eins. Two.', state: 'proposed' });
  });

  it('names doubled codes by what they copy or by their original data', async () => {
    const unit = await read21(
      `<segment><source><ph id="1"/><sc id="2"/>a<ec startRef="2"/></source>
       <target><ph id="x" copyOf="1"/><sc id="y" dataRef="open-2"/><mrk id="m" type="term">b</mrk><ec startRef="y"/><sm id="k"/><cp hex="0007"/></target></segment>`,
    );
    expect(unit?.target).toBe('<1/><2>b</2>\u0007');
  });

  it.each([
    ['', 'translated'],
    [' state="initial"', 'translated'],
    [' state="initial" subState="other:x"', 'translated'],
    [' state="initial" subState="baton:proposed"', 'proposed'],
    [' state="initial" subState="baton:source-changed"', 'source_changed'],
    [' state="translated"', 'translated'],
    [' state="reviewed"', 'reviewed'],
    [' state="final"', 'approved'],
    [' state="odd"', 'proposed'],
  ])('a segment with a target and%s is %s', async (attributes, state) => {
    const content = `<segment${attributes}><source>a</source><target>b</target></segment>`;
    expect(await read21(content)).toMatchObject({ target: 'b', state });
  });
});

describe('what we write', () => {
  const unit = unitOf('p1', {
    kind: 'list_item',
    source: LINKED,
    target: LINKED,
    state: 'source_changed',
    previousSource: ['Old'],
    note: 'On the cover',
    maxLength: 80,
    proposals: [{ source: ['Old'], target: ['Alt'], score: 101, origin: 'memory' }],
  });

  it('is 1.2 as tools know it', async () => {
    const text = await textOf(writeXliff([fileOf([unit])], { version: '1.2', tool: TOOL }));
    const inline =
      'Read the <g id="1" ctype="link">guide</g><x id="2" ctype="lb" equiv-text="&lt;br&gt;"/>';
    expect(text).toContain(
      `<trans-unit id="p1" approved="no" xml:space="preserve" restype="listitem" extradata="${unit.sourceHash}" maxwidth="80" size-unit="char">` +
        `<source>${inline}</source><target state="needs-adaptation">${inline}</target>` +
        '<note from="baton">On the cover</note>' +
        `<alt-trans alttranstype="previous-version" xml:space="preserve"><source>Old</source><target>${inline}</target></alt-trans>` +
        '<alt-trans match-quality="100" origin="memory" xml:space="preserve"><source>Old</source><target>Alt</target></alt-trans>' +
        '</trans-unit>',
    );
  });

  it('is 2.1 with the characters of its codes', async () => {
    const text = await textOf(writeXliff([fileOf([unit])], { version: '2.1', tool: TOOL }));
    const inline =
      'Read the <pc id="1" canDelete="no" type="link" dataRefStart="open-1" dataRefEnd="close-1" dispStart="[" dispEnd="](x)">guide</pc>' +
      '<ph id="2" canDelete="yes" type="fmt" subType="xlf:lb" dataRef="code-2" disp="&lt;br&gt;" equiv=" "/>';
    expect(text).toContain(
      '<originalData><data id="open-1">[</data><data id="close-1">](x)</data><data id="code-2">&lt;br&gt;</data></originalData>' +
        `<segment id="s1" state="initial" subState="baton:source-changed"><source>${inline}</source><target>${inline}</target></segment></unit>`,
    );
    expect(text).toContain('<mtc:match ref="#s1" matchQuality="100.0" origin="memory" type="icm">');
    expect(text).toContain(`<mda:meta type="baton:source-hash">${unit.sourceHash}</mda:meta>`);
  });

  it.each(['1.2', '2.1'] as const)(
    'can be read back in %s however long a code is',
    async (version) => {
      const image = {
        kind: 'placeholder',
        id: 1,
        type: 'image',
        original: 'x'.repeat(300_000),
      } as const;
      const text = await textOf(
        writeXliff([fileOf([unitOf('a', { source: [image] })])], { version, tool: TOOL }),
      );
      expect(unitsIn(await eventsOf(text))[0]?.source).toBe('<1/>');
    },
  );

  it('crosses pairs only where they cross', async () => {
    const crossed: InlineText = [
      { kind: 'open', id: 1, type: 'strong', original: '<b>' },
      { kind: 'open', id: 2, type: 'emphasis', original: '<i>' },
      'x',
      { kind: 'close', id: 1, type: 'strong', original: '</b>' },
      { kind: 'close', id: 2, type: 'emphasis', original: '</i>' },
    ];
    const text = await textOf(
      writeXliff([fileOf([unitOf('a', { source: crossed })])], { version: '1.2', tool: TOOL }),
    );
    expect(text).toContain(
      '<source><bpt id="1" rid="1" ctype="bold"/><g id="2" ctype="italic">x<ept id="1" rid="1"/></g></source>',
    );
  });

  it('fills targets with their source where a tool wants it, which changes nothing when it comes back', async () => {
    const units = [
      unitOf('a', { source: LINKED }),
      unitOf('b', { target: ['Hallo'], state: 'reviewed' }),
    ];
    const text = await textOf(
      writeXliff([fileOf(units)], { version: '1.2', profile: 'prefilled', tool: TOOL }),
    );
    expect(text).toContain('<target state="needs-translation">Read the <g');
    expect(unitsIn(await eventsOf(text)).map(({ target, state }) => [target, state])).toEqual([
      [null, 'untranslated'],
      ['Hallo', 'reviewed'],
    ]);
  });
});
