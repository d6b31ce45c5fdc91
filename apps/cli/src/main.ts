import { Command } from 'commander';
import { auditExport, connect } from './connect.js';
import { importLibrary } from './import/import-library.js';
import { addProcessCommands } from './process/process-commands.js';
import { sentenceOf } from './sentence-of.js';
import { connectionFrom } from './server-address.js';
import { broughtAlong } from './verify/brought-along.js';
import { verifyTrails } from './verify/verify-trails.js';

const program = new Command('baton')
  .description('Works with a running Baton over its API.')
  .option(
    '--url <address>',
    'the server (default: BATON_URL, or the one that runs from this folder)',
  )
  .option('--key <key>', 'an API key (default: BATON_KEY, or that of the demonstration)');

const client = () => connect(connectionFrom(program.opts()));

program
  .command('import')
  .description(
    'Imports a folder with library.csv, items/<slug>/NNN.md and translations/<slug>/<locale>.md.',
  )
  .argument('<folder>')
  .action(async (folder: string) => {
    await importLibrary(client(), folder);
  });

program
  .command('verify')
  .description(
    'Checks every trail and sends it through its process again, and the tree of all entries with its ' +
      'signed checkpoints; names the first bad row of each item.',
  )
  .argument('[export]', 'a file saved from GET /v1/audit/export; without it, the server is asked')
  .option(
    '--audit-key <verifier>',
    'the key that every signature has to follow from, as GET /v1/audit/keys once showed it',
  )
  .option(
    '--checkpoint <file>',
    'a checkpoint kept from earlier, which the log has to go on from; may be given again',
    (file: string, others: string[]) => [...others, file],
    [],
  )
  .action(async (file: string | undefined, options: Parameters<typeof broughtAlong>[0]) => {
    const brought = broughtAlong(options);
    await verifyTrails(file === undefined ? await auditExport(client()) : file, brought);
  });

addProcessCommands(program, client);

try {
  await program.parseAsync();
} catch (error) {
  // Whatever went wrong, a sentence helps and a stack does not.
  const sentence = sentenceOf(error);
  if (sentence !== '') process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}
