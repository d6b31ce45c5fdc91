import { type BatonClient, ProblemAnswer } from '#client';
import { FailedRun } from '../failed-run.js';
import { importItem, TextRefused } from './import-item.js';
import { type LibraryItem, readFolder } from './library-folder.js';
import { faultOf, type Finding } from './library-row.js';
import { Tally } from './tally.js';

/**
 * Imports a folder. Progress goes to the error stream, the summary to the output. A part that cannot be read is
 * reported with file, line, expectation and finding, and the rest goes on; the run then ends as failed.
 */
export async function importLibrary(client: BatonClient, folder: string): Promise<void> {
  const { items, findings } = readFolder(folder);
  const tally = new Tally();
  for (const [index, item] of items.entries()) {
    progress(`${index + 1}/${items.length} ${item.slug}`);
    findings.push(...(await importOne(client, item, tally)));
  }
  const changes = ['created', 'updated', 'added'].reduce((sum, each) => sum + tally.count(each), 0);
  const print = (text: string) => process.stdout.write(`${text}\n`);
  print(`Imported ${folder}:`);
  for (const line of tally.lines()) print(line);
  for (const finding of findings) print(`  not imported  ${placeOf(finding)}: ${finding.detail}`);
  print(changes === 0 ? 'No change.' : `${changes} changes.`);
  if (findings.length > 0) throw new FailedRun('');
}

async function importOne(client: BatonClient, item: LibraryItem, tally: Tally): Promise<Finding[]> {
  try {
    await importItem(client, item, tally);
    return [];
  } catch (error) {
    if (error instanceof TextRefused) {
      return [{ file: error.file, line: null, detail: error.message }];
    }
    if (error instanceof ProblemAnswer) {
      tally.add('items', 'refused');
      const { errors } = error.problem;
      const details = errors.length > 0 ? errors.map(faultOf) : [error.message];
      return details.map((detail) => ({ file: 'library.csv', line: item.line, detail }));
    }
    throw error;
  }
}

function placeOf({ file, line }: Finding): string {
  return line === null ? file : `${file}:${line}`;
}

function progress(text: string): void {
  process.stderr.write(`${text}\n`);
}
