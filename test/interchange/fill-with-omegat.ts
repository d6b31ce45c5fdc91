import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type Say, filesOfPackage, printedBy } from './program.js';

export interface OmegatWork {
  /** a prefilled document of XLIFF 1.2 */
  file: string;
  /** a memory in TMX, whose exact matches are taken by themselves */
  memory: string;
  sourceLocale: string;
  targetLocale: string;
}

/** The document as OmegaT gives it back without anybody at the keyboard, or null where it is not installed. */
export async function fillWithOmegat(work: OmegatWork, say: Say): Promise<string | null> {
  if ((await filesOfPackage('omegat', say)) === null) return null;
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
    await copyFile(work.file, join(folder, 'source', basename(work.file)));
    await copyFile(work.memory, join(folder, 'tm/auto', basename(work.memory)));
    const config = `--config-dir=${join(folder, 'config')}`;
    await printedBy('omegat', folder, '--mode=console-translate', config);
    return await readFile(join(folder, 'target', basename(work.file)), 'utf8');
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
