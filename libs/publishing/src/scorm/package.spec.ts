import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { scormPackage, type TrainingText } from './package.js';
import { validateScorm } from './schemas.fixture.js';

const COURSE: TrainingText = {
  id: '0193b2f0-7c1e-7d11-8a55-0f3a5b2c9d10',
  slug: 'discovery-calls',
  title: 'Discovery calls & "why now"',
  locale: 'en-US',
  body: '# Discovery calls\n\nText.\n\n## Question: Who?\n\n- [x] You\n- [ ] They\n',
  digest: 'c0ffee'.padEnd(64, '0'),
  publishedAt: new Date('2026-11-24T09:30:00Z'),
};

const filesOf = (text: Partial<TrainingText> = {}) =>
  Object.fromEntries(
    Object.entries(unzipSync(scormPackage({ ...COURSE, ...text }))).map(([path, bytes]) => [
      path,
      strFromU8(bytes),
    ]),
  );

describe('a SCORM package', () => {
  it('holds the manifest, the page, its script and what the course is', () => {
    expect(Object.keys(filesOf())).toEqual([
      'imsmanifest.xml',
      'index.html',
      'metadata.xml',
      'scorm.js',
    ]);
  });

  it('is what the schemas of SCORM 1.2 allow', () => {
    const titles = fc.string({ unit: 'binary', minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(
        titles,
        fc.constantFrom('en-US', 'zh-hant-hk', 'ar', 'sl-rozaj-biske'),
        (title, locale) => {
          const files = filesOf({ title, locale, id: title, slug: title });
          validateScorm(files['imsmanifest.xml']!);
          validateScorm(files['metadata.xml']!);
        },
      ),
      { numRuns: 30 },
    );
    expect(() => validateScorm(filesOf()['imsmanifest.xml']!.replace('"sco"', '"course"'))).toThrow(
      'scormtype',
    );
    expect(() =>
      validateScorm(filesOf()['metadata.xml']!.replace('<general>', '<general><x/>')),
    ).toThrow('x');
  });

  it('names in its manifest what it holds, and starts with the page', () => {
    const manifest = filesOf()['imsmanifest.xml']!;
    expect(manifest).toContain('<schema>ADL SCORM</schema>');
    expect(manifest).toContain('adlcp:scormtype="sco" href="index.html"');
    const named = [...manifest.matchAll(/<file href="([^"]*)"/gu)].map(([, path]) => path);
    expect(new Set([...named, 'metadata.xml', 'imsmanifest.xml'])).toEqual(
      new Set(Object.keys(filesOf())),
    );
    expect(manifest).toContain('<title>Discovery calls &amp; &quot;why now&quot;</title>');
  });

  it('passes with 80 per cent, or what was asked, and only where it asks something', () => {
    expect(filesOf()['imsmanifest.xml']).toContain('<adlcp:masteryscore>80<');
    expect(filesOf({ masteryScore: 50 })['imsmanifest.xml']).toContain('<adlcp:masteryscore>50<');
    expect(filesOf({ body: 'Text.' })['imsmanifest.xml']).not.toContain('masteryscore');
    expect(() => scormPackage({ ...COURSE, masteryScore: 101 })).toThrow(
      'Expected a mastery score from 0 to 100; found 101.',
    );
  });

  it('is the same bytes for the same text, and keeps its names when the text changes', () => {
    const bodies = fc.string({ unit: 'grapheme', maxLength: 200 });
    fc.assert(
      fc.property(bodies, (body) => {
        const one = scormPackage({ ...COURSE, body });
        expect(Buffer.from(one).equals(scormPackage({ ...structuredClone(COURSE), body }))).toBe(
          true,
        );
      }),
      { numRuns: 20 },
    );
    const names = (text: Partial<TrainingText>) =>
      [...(filesOf(text)['imsmanifest.xml'] ?? '').matchAll(/identifier="[^"]*"/gu)].join();
    expect(names({ body: 'New.', digest: 'd'.repeat(64), title: 'New' })).toBe(names({}));
    expect(names({ locale: 'de' })).not.toBe(names({}));
  });

  it('is a zip that others read: stored sizes and checksums, an end, no times of today', () => {
    const zip = Buffer.from(scormPackage(COURSE));
    expect(zip.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
    expect(zip.readUInt16LE(10)).toBe(0);
    expect(zip.readUInt16LE(12)).toBe((1 << 5) | 1);
    expect(zip.readUInt32LE(zip.length - 22)).toBe(0x06054b50);
    expect(zip.readUInt16LE(zip.length - 12)).toBe(4);
  });

  it('lets run its own script and no other, and holds nothing of it in the page', () => {
    const page = filesOf()['index.html']!;
    expect(page).toContain("script-src 'self';");
    expect(page.match(/<script[^>]*>[^<]*/gu)).toEqual(['<script src="scorm.js" defer>']);
    expect(page).not.toMatch(/ on[a-z]+="/u);
    expect(filesOf()['scorm.js']).not.toMatch(/\beval\b|new Function|innerHTML|document\.write/u);
  });

  it('says what its player says in the language of the course, or in English and marked as such', () => {
    const inArabic = filesOf({ locale: 'ar', body: '## أ\n\nنص\n\n## ب\n\nنص' })['index.html']!;
    expect(inArabic).toContain('<html lang="ar" dir="rtl">');
    expect(inArabic).toContain('<nav id="moves" lang="ar" dir="rtl" hidden>');
    expect(inArabic).toContain('data-place="القسم {n} من {total}"');
    const inKorean = filesOf({ locale: 'ko' })['index.html']!;
    expect(inKorean).toContain('<nav id="moves" lang="en" dir="ltr" hidden>');
    expect(filesOf({ locale: 'zh-TW' })['index.html']).toContain('第 {n} 節');
    expect(filesOf({ locale: 'zh' })['index.html']).toContain('第 {n} 节');
  });

  it('leads to no place that it does not hold: relative images and links become words', () => {
    const page = filesOf({
      body: '![A chart](/chart.png) [more](../more.md) [down](#x) <https://a.example>',
    })['index.html']!;
    expect(page).toContain(
      '<span class="missing">A chart</span> <span>more</span> <a href="#h-x">',
    );
    expect(page).toContain('href="https://a.example"');
  });

  it('is refused for what is no locale', () => {
    expect(() => scormPackage({ ...COURSE, locale: 'en_US' })).toThrow('found "en_US"');
  });
});
