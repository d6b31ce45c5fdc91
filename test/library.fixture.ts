import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const HEADER =
  'slug,kind,type,title,audience,purpose,journey_stage,owner_function,source_locale,target_locales,revisions,first_revision_at,last_revision_at,source';

/** A small library in a folder of its own: rows of library.csv, and files by their path. */
export function makeLibrary(rows: string[], files: Record<string, string | Buffer>): string {
  const folder = mkdtempSync(join(tmpdir(), 'baton-library-'));
  writeFileSync(join(folder, 'library.csv'), [HEADER, ...rows, ''].join('\n'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** A sound library of so many items with three revisions each, the first with a translation. */
export function soundLibrary(items: number): string {
  const slugs = Array.from({ length: items }, (_, index) => `guide-${index + 1}`);
  const rows = slugs.map(
    (slug) =>
      `${slug},content,guideline,"Guide, ${slug}",account_executive;marketing,equip,all,marketing,en-us,de;zh-hans,3,2024-01-02T03:04:05+02:00,,own`,
  );
  const files = Object.fromEntries(
    slugs.flatMap((slug) =>
      ['001', '002', '003'].map((number) => [
        `items/${slug}/${number}.md`,
        `# ${slug}\n\nText ${number}, with an é.\n`,
      ]),
    ),
  );
  return makeLibrary(rows, {
    ...files,
    'translations/guide-1/zh-hans.md': '# 指南\n',
    'translations/guide-1/en-US.md': files['items/guide-1/003.md']!,
  });
}
