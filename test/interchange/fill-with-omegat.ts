import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { filesOfPackage, printedBy, type Teller } from './program.js';

export interface OmegatWork {
  /** prefilled documents of XLIFF 1.2, each with a name of its own */
  files: string[];
  /** a memory in TMX, whose exact matches are taken by themselves */
  memory: string;
  sourceLocale: string;
  targetLocale: string;
}

/** The documents as OmegaT gives them back without anybody at the keyboard, or null where it is not installed. */
export async function fillWithOmegat(work: OmegatWork, teller: Teller): Promise<string[] | null> {
  if ((await filesOfPackage('omegat', teller)) === null) return null;
  const folder = await mkdtemp(join(tmpdir(), 'baton-omegat-'));
  try {
    for (const part of [
      'source',
      'target',
      'tm/auto',
      'glossary',
      'dictionary',
      'omegat',
      'config',
    ]) {
      await mkdir(join(folder, part), { recursive: true });
    }
    await writeFile(join(folder, 'omegat.project'), projectOf(work));
    for (const file of work.files) await copyFile(file, join(folder, 'source', basename(file)));
    await copyFile(work.memory, join(folder, 'tm/auto', basename(work.memory)));
    const config = `--config-dir=${join(folder, 'config')}`;
    await printedBy('omegat', folder, '--mode=console-translate', config);
    return await Promise.all(
      work.files.map((file) => readFile(join(folder, 'target', basename(file)), 'utf8')),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

function projectOf({ sourceLocale, targetLocale }: OmegatWork): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<omegat><project version="1.0">
<source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir><tm_dir>__DEFAULT__</tm_dir>
<glossary_dir>__DEFAULT__</glossary_dir><glossary_file>__DEFAULT__</glossary_file><dictionary_dir>__DEFAULT__</dictionary_dir>
<source_lang>${sourceLocale}</source_lang><target_lang>${targetLocale}</target_lang>
<sentence_seg>false</sentence_seg><support_default_translations>true</support_default_translations>
<remove_tags>false</remove_tags>
</project></omegat>
`;
}
