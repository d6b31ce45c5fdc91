import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { renderPage } from './page.js';

describe('a page', () => {
  const page = renderPage('Text.', { locale: 'en', title: 'A & "B"' });

  it('lets nothing run, and no style but its own', () => {
    const [, policy = ''] = /Content-Security-Policy" content="([^"]*)"/u.exec(page) ?? [];
    const [, style = ''] = /<style>([\s\S]*?)<\/style>/u.exec(page) ?? [];
    const digest = createHash('sha256').update(style).digest('base64');
    expect(policy).toContain("default-src 'none'; ");
    expect(policy).toContain(`style-src 'sha256-${digest}'; `);
    expect(policy).not.toContain('script-src');
    expect(page).not.toContain('<script');
    expect(style).not.toMatch(/url\(|@import/u);
  });

  it('is titled and in the direction of its language', () => {
    expect(page).toContain('<title>A &amp; &quot;B&quot;</title>');
    expect(page).toContain('<html lang="en" dir="ltr">');
    expect(renderPage('نص', { locale: 'ar', title: 'ع' })).toContain('<html lang="ar" dir="rtl">');
  });

  it('names no left or right in its style, and fonts and line breaks for Chinese and Japanese', () => {
    const style = /<style>([\s\S]*?)<\/style>/u.exec(page)?.[1] ?? '';
    expect(style).not.toMatch(
      /(?:margin|padding|border)-(?:left|right)|text-align: (?:left|right)/u,
    );
    expect(style).toMatch(/\[lang\]:lang\(ja\) \{[^}]*Hiragino[^}]*line-break: strict/u);
    expect(style).toMatch(/\[lang\]:lang\(zh\) \{[^}]*PingFang SC[^}]*line-break: strict/u);
  });
});
