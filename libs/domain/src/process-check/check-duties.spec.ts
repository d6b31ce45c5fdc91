import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { DEFAULT_PROCESSES } from '../default-processes.js';
import { contentProcess } from '../processes/content.process.js';
import {
  member,
  CREW,
  errorsIn,
  codesIn,
  TO_REVIEW,
  REVIEW_IN_WORDS,
} from './broken-processes.fixture.js';

describe('duties', () => {
  const others = CREW.filter(({ name }) => !/^(legal|product_management)/u.test(name));

  it('cannot be separated where one person would have to approve for two functions', () => {
    const staff = [...others, member('Pia', 'product_management', 'legal')];
    const findings = errorsIn(contentProcess, { staff });
    expect(findings).toEqual([
      {
        code: 'duties_cannot_be_separated',
        severity: 'error',
        detail: `Pia would have to approve more than once: approve in in_review needs 2 people of product_management and legal, each for one of them. ${REVIEW_IN_WORDS}`,
        pointer: '/states/in_review/on/approve',
        path: TO_REVIEW,
      },
    ]);
  });

  it('can be separated where one of two hats has another head, whichever is tried first', () => {
    const pia = member('Pia', 'product_management', 'legal');
    for (const other of [member('Leo', 'legal'), member('Paul', 'product_management')]) {
      expect(errorsIn(contentProcess, { staff: [...others, pia, other] })).toEqual([]);
    }
  });

  it('cannot be separated where the only writer has to approve', () => {
    const definition = structuredClone(DEFAULT_PROCESSES[2]!);
    expect(errorsIn(definition, { staff: [member('Greta', 'regional')] })).toEqual([
      expect.objectContaining({
        code: 'duties_cannot_be_separated',
        detail:
          'Greta would have to write and to approve: approve in in_country_review needs somebody of regional who did not write. Shortest way there: requested –accept→ queued –start→ translating –submit→ editing –submit→ in_country_review.',
        pointer: '/states/in_country_review/on/approve',
      }),
    ]);
    const staff = [member('Greta', 'regional'), member('Gero', 'regional')];
    expect(errorsIn(definition, { staff })).toEqual([]);
  });

  it('can be separated where the item may be owned by a function that does not approve', () => {
    const staff = [
      member('Pia', 'product_management'),
      member('Leo', 'legal', 'enablement'),
      member('Mia', 'marketing'),
    ];
    expect(codesIn(contentProcess, { staff })).not.toContain('duties_cannot_be_separated');
    expect(codesIn(contentProcess, { staff: staff.slice(0, 2) })).toContain(
      'duties_cannot_be_separated',
    );
  });
});

describe('duties, whoever works here', () => {
  const person = fc.subarray(['enablement', 'marketing', 'product_management', 'legal'], {
    minLength: 1,
  });

  /** By trying everybody as writer and as approver: enablement may write at intake, the owner afterwards. */
  function canBeSeparated(people: string[][]): boolean {
    const owners = new Set(people.flat());
    return [...owners].some((owner) =>
      people.some(
        (writer) =>
          [owner, 'enablement'].some((name) => writer.includes(name)) &&
          people.some(
            (product) =>
              product !== writer &&
              product.includes('product_management') &&
              people.some(
                (lawyer) => lawyer !== writer && lawyer !== product && lawyer.includes('legal'),
              ),
          ),
      ),
    );
  }

  it('can be separated exactly where some choice of writer and approvers can', () => {
    fc.assert(
      fc.property(fc.array(person, { minLength: 1, maxLength: 4 }), (people) => {
        const staffed = ['product_management', 'legal'].every((name) =>
          people.flat().includes(name),
        );
        fc.pre(staffed);
        const staff = people.map((functions, index) => member(`P${index}`, ...functions));
        expect(codesIn(contentProcess, { staff }).includes('duties_cannot_be_separated')).toBe(
          !canBeSeparated(people),
        );
      }),
      { numRuns: 100 },
    );
  });
});
