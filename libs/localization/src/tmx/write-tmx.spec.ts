import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { XmlDocument } from 'libxml2-wasm';
import { TEXT, TOOL, textOf } from '../exchange/exchange.fixture.js';
import type { InlineText } from '../text/unit.js';
import { type MemoryEntry, writeTmx } from './write-tmx.js';

function entryOf(changed: Partial<MemoryEntry>): MemoryEntry {
  return {
    source: ['Hello'],
    target: ['Hallo'],
    sourceLocale: 'en',
    targetLocale: 'de',
    createdAt: new Date('2026-11-24T09:30:00.123Z'),
    ...changed,
  };
}

async function segmentOf(source: InlineText): Promise<string> {
  const text = await textOf(writeTmx([entryOf({ source })], { tool: TOOL }));
  return /<seg>(.*?)<\/seg>/su.exec(text)?.[1] ?? '';
}

describe('a translation memory in TMX', () => {
  it('says where each pair comes from', async () => {
    const entry = entryOf({
      itemId: 'i1',
      key: 'p1',
      previousHash: 'aa',
      nextHash: 'bb',
      score: 101,
    });
    const text = await textOf(writeTmx([entry], { tool: TOOL, sourceLocale: 'en' }));
    expect(text).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4">
<header creationtool="Baton" creationtoolversion="0.2.0" segtype="paragraph" o-tmf="Baton" adminlang="en" srclang="en" datatype="x-markdown"/>
<body>
<tu srclang="en" creationdate="20261124T093000Z"><prop type="x-baton-item">i1</prop><prop type="x-baton-unit">p1</prop><prop type="x-baton-previous">aa</prop><prop type="x-baton-next">bb</prop><prop type="x-baton-score">101</prop><tuv xml:lang="en"><seg>Hello</seg></tuv><tuv xml:lang="de"><seg>Hallo</seg></tuv></tu>
</body>
</tmx>
`);
  });

  it('writes codes with their characters, and pairs by numbers of their own', async () => {
    expect(
      await segmentOf([
        { kind: 'open', id: 3, type: 'link', original: '[' },
        'a & b',
        { kind: 'close', id: 3, type: 'link', original: '](x)' },
        { kind: 'placeholder', id: 4, type: 'break', original: '<br>' },
        { kind: 'open', id: 5, type: 'strong', original: '**' },
      ]),
    ).toBe(
      '<bpt i="1" x="3" type="link">[</bpt>a &amp; b<ept i="1">](x)</ept>' +
        '<ph x="4" type="break">&lt;br&gt;</ph><it pos="begin" x="5" type="strong">**</it>',
    );
  });

  it('keeps what XML cannot hold as a placeholder', async () => {
    expect(await segmentOf(['a\u0007b'])).toBe('a<ph type="control">U+0007</ph>b');
  });

  it('is well-formed whatever the texts hold', async () => {
    await fc.assert(
      fc.asyncProperty(TEXT, TEXT, async (source, target) => {
        const text = await textOf(writeTmx([entryOf({ source, target })], { tool: TOOL }));
        const document = XmlDocument.fromString(text);
        expect(document.find('/tmx/body/tu/tuv/seg')).toHaveLength(2);
        document.dispose();
      }),
      { numRuns: 100 },
    );
  });
});
