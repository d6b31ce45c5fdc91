import { checkProcess, readProcess } from '#domain';
import type { FastifyRequest } from 'fastify';
import { performance } from 'node:perf_hooks';
import { stringify } from 'yaml';
import { YamlBody } from '../../apps/api/src/http/yaml-body.js';
import { processIn } from '../../apps/api/src/processes/process-source.js';
import { largeCrew, largeProcess, STAGES } from './large-process.js';

/** How long a person waits who checks or deploys a process, in milliseconds: a figure for each round, the first cold. */
export interface CheckerTimes {
  /** bytes of the process as YAML */
  bytes: number;
  transitions: number;
  checkMs: number[];
  /** the text as the API takes it: parsed, held against the schema, and written out */
  readMs: number[];
}

/** Throws where the process would not do as one that a workspace activates: then it would measure something else. */
export function timeChecker(rounds: number): CheckerTimes {
  const text = stringify(largeProcess());
  const options = { staff: largeCrew(), now: '2026-01-05T08:00:00.000Z', goalDate: '2028-12-31' };
  const read = readProcess(largeProcess());
  if (read.outcome !== 'read') {
    throw new Error(`Expected a process that can be read; found ${JSON.stringify(read.problems)}.`);
  }
  const { definition } = read;
  const times: Pick<CheckerTimes, 'checkMs' | 'readMs'> = { checkMs: [], readMs: [] };
  for (let round = 1; round <= rounds; round += 1) {
    let started = performance.now();
    const again = processIn({ body: new YamlBody(text) } as FastifyRequest);
    times.readMs.push(performance.now() - started);
    started = performance.now();
    const findings = checkProcess(again, options);
    times.checkMs.push(performance.now() - started);
    const stages = Object.keys(again.states).length;
    if (findings.length > 0 || stages !== STAGES) {
      throw new Error(
        `Expected ${STAGES} stages that nothing is wrong with; found ${stages} and ${findings.map(({ detail }) => detail).join(' ')}`,
      );
    }
  }
  const transitions = Object.values(definition.states).flatMap(({ on = {} }) =>
    Object.values(on).flat(),
  );
  return { bytes: Buffer.byteLength(text), transitions: transitions.length, ...times };
}
