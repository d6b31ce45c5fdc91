import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFolder } from '../../apps/cli/src/import/library-folder.js';

/** A body of the library, by the file that it stands in. */
export interface Body {
  file: string;
  locale: string;
  text: string;
}

/** A text with its translations, which people made of it or of an earlier version of it. */
export interface TranslatedText {
  slug: string;
  title: string;
  locale: string;
  /** null: there was none before */
  previous: string | null;
  current: string;
  translations: { locale: string; body: string }[];
}

export interface ProofLibrary {
  bodies: Body[];
  texts: TranslatedText[];
}

/** Reads a folder laid out as for `baton import`; throws where a part of it cannot be read. */
export function readProofLibrary(folder: string): ProofLibrary {
  const { items, findings } = readFolder(folder);
  const [first] = findings;
  if (first !== undefined) throw new Error(`${first.file}: ${first.detail}`);
  const bodies = items.flatMap(({ locale, texts, translations }) =>
    [...texts.map((text) => ({ ...text, locale })), ...translations].map((each) => ({
      file: each.name,
      locale: each.locale,
      text: each.read(),
    })),
  );
  const texts = items
    .filter((item) => item.translations.length > 0)
    .map(({ slug, description: { title }, locale, texts: versions, translations }) => ({
      slug,
      title,
      locale,
      previous: previousIn(join(folder, 'translations', slug)) ?? versions.at(-2)?.read() ?? null,
      current: versions.at(-1)!.read(),
      translations: translations.map((each) => ({ locale: each.locale, body: each.read() })),
    }));
  return { bodies, texts };
}

/** The text that the translations were made of, where the folder keeps it beside them. */
function previousIn(folder: string): string | null {
  if (!existsSync(folder)) return null;
  const name = readdirSync(folder).find((each) => each.endsWith('.previous.md'));
  return name === undefined ? null : readFileSync(join(folder, name), 'utf8');
}
