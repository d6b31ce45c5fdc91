import { expect, it } from '@jest/globals';
import { pino } from 'pino';
import { RepeatedErrors } from './repeated-errors.js';

it('an outage is one line when it begins, whoever reports it how often, and one when it is over', () => {
  const lines: string[] = [];
  const stream = { write: (line: string) => lines.push(JSON.parse(line).msg as string) };
  const errors = new RepeatedErrors(pino({}, stream), 'queue');
  const refused = () => Object.assign(new Error(''), { code: 'ECONNREFUSED' });
  for (let count = 0; count < 100; count += 1) errors.heard(refused());
  errors.lost(new Error('The connection is not writable.'));
  errors.lost(refused());
  expect([lines, errors.isAway]).toEqual([['queue'], true]);
  errors.answered();
  errors.answered();
  expect([lines, errors.isAway]).toEqual([['queue', 'queue is back'], false]);
  errors.heard(refused());
  expect(lines).toHaveLength(3);
});
