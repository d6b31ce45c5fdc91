import { type BatonClient, dataOf, ProblemAnswer } from '#client';
import { differencesBetween } from '#domain';
import type { Command } from 'commander';
import { stringify } from 'yaml';
import { print } from '../print.js';
import { checkFile } from './check-file.js';
import { printFindings } from './findings.js';
import { migrateProcess } from './migrate-process.js';
import {
  builtIn,
  findDefinition,
  findDigest,
  readVersion,
  shortName,
  type Version,
} from './process-versions.js';
import { readDefinition } from './source-file.js';

/** `baton process …`: processes as files, from the first draft to the items that go over to them. */
export function addProcessCommands(program: Command, client: () => BatonClient): void {
  const group = program
    .command('process')
    .description(
      'Works with processes: a version is a file, then a draft, checked, active, retired.',
    );

  group
    .command('list')
    .description('Lists the process versions of the server.')
    .action(async () => listVersions(await dataOf(client().GET('/v1/processes'))));

  group
    .command('show')
    .description('Prints a process.')
    .argument('<process>', 'an id for the active version, or a digest')
    .option('--yaml', 'as YAML rather than JSON')
    .option('--built-in', 'the one that this release comes with; needs no server')
    .action(async (wanted: string, options: { yaml?: boolean; builtIn?: boolean }) => {
      const definition =
        options.builtIn === true ? builtIn(wanted) : await findDefinition(client, wanted);
      print(
        options.yaml === true
          ? stringify(definition, { aliasDuplicateObjects: false }).trimEnd()
          : JSON.stringify(definition, null, 2),
      );
    });

  group
    .command('check')
    .description('Checks the process in a file and keeps nothing.')
    .argument('<file>', '.yaml or .json')
    .option('--offline', 'without a server, and so without a look at the staffing')
    .option('--goal-date <date>', 'the day by which an item has to be out that begins now')
    .action(async (file: string, options: { offline?: boolean; goalDate?: string }) =>
      checkFile(client, file, options),
    );

  group
    .command('deploy')
    .description('Stores the process in a file as a draft.')
    .argument('<file>', '.yaml or .json')
    .action(async (file: string) => {
      const body = { ...readDefinition(file) };
      const version = await dataOf(client().POST('/v1/processes', { body }));
      print(`${shortName(version)}: ${version.status}. Its digest is ${version.digest}.`);
    });

  group
    .command('activate')
    .description('Lets new items begin with a version; checks it once more.')
    .argument('<process>', 'a digest, or the file that was deployed')
    .action(async (wanted: string) => activate(client(), wanted));

  group
    .command('diff')
    .description('Says in sentences what another version changed.')
    .argument('<older>', 'a file, an id for its active version, or a digest')
    .argument('<newer>', 'a file, an id for its active version, or a digest')
    .action(async (older: string, newer: string) => {
      const [before, after] = [
        await findDefinition(client, older),
        await findDefinition(client, newer),
      ];
      const differences = differencesBetween(before, after);
      print(differences.length === 0 ? 'They are the same.' : differences.join('\n'));
    });

  group
    .command('migrate')
    .description(
      'Brings running items to another version, as a file with from, to and stages says.',
    )
    .argument('<mapping>', '.yaml or .json: from, to, stages, choices, cancelHeld')
    .option('--apply', 'do it; without, what would happen is told')
    .action(async (file: string, options: { apply?: boolean }) =>
      migrateProcess(client(), file, options),
    );
}

function listVersions(versions: Version[]): void {
  const width = Math.max(...versions.map(({ id }) => id.length));
  for (const { id, digest, status, label, findings } of versions) {
    const found = findings.length === 0 ? '' : `, ${findings.length} found`;
    print(`${id.padEnd(width)}  ${digest.slice(0, 12)}  ${status.padEnd(7)}  ${label}${found}`);
  }
}

async function activate(client: BatonClient, wanted: string): Promise<void> {
  const digest = await findDigest(client, wanted);
  try {
    const params = { path: { process: digest } };
    const version = await dataOf(client.POST('/v1/processes/{process}/activate', { params }));
    print(`${shortName(version)}: ${version.status}. New items begin with it.`);
  } catch (error) {
    if (!(error instanceof ProblemAnswer) || error.code !== 'process_has_errors') throw error;
    printFindings((await readVersion(client, digest)).findings);
  }
}
