import { type ProcessDefinition, readProcess } from '#domain';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { FailedRun } from '../failed-run.js';

const NAME = /\.(?:ya?ml|json)$/u;

/** Whether an argument means a file rather than a process of the server. */
export function isSourceFile(argument: string): boolean {
  return NAME.test(argument);
}

/** What a YAML or JSON file holds; JSON is YAML too. Fails with a sentence that says where. */
export function readSource(file: string): unknown {
  if (!isSourceFile(file)) {
    throw new FailedRun(`Expected a file .yaml, .yml or .json; found ${file}.`);
  }
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new FailedRun(`Expected a file ${file}; found none that can be read.`);
  }
  try {
    return parse(text, { logLevel: 'error' }) as unknown;
  } catch (error) {
    const [line] = (error as Error).message.split('\n');
    throw new FailedRun(`${file}: expected valid YAML or JSON; ${line!.replace(/:$/u, '')}.`);
  }
}

/** The process in a file. Fails with every place in it that is no process. */
export function readDefinition(file: string): ProcessDefinition {
  const read = readProcess(readSource(file));
  if (read.outcome === 'read') return read.definition;
  const problems = read.problems.map(
    ({ pointer, detail }) => `${file}: ${pointer || '/'}: ${detail}`,
  );
  throw new FailedRun(problems.join('\n'));
}
