import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { Membership } from '../actor.js';
import { DEFAULT_PROCESSES } from '../default-processes.js';
import type { Activity, ProcessDefinition, StageDefinition } from '../process-definition.js';
import { contentProcess } from '../processes/content.process.js';
import { when } from '../processes/transitions.js';
import { readProcess } from '../process-source/read-process.js';
import { FUNCTIONS } from '../vocabulary.js';
import { checkProcess } from './check-process.js';
import type { CheckOptions, Finding, StaffMember } from './finding.js';

const NOW = '2027-01-15T09:00:00.000Z';

function member(name: string, ...functions: string[]): StaffMember {
  return {
    personId: name.toLowerCase(),
    name,
    memberships: functions.map((one) => ({ function: one, region: null, locale: null })),
    canRead: true,
  };
}

/** Two of each function, so that whoever wrote finds somebody else to approve. */
const CREW = ['A', 'B'].flatMap((letter) =>
  [
    'enablement',
    'marketing',
    'product_management',
    'legal',
    'learning_and_development',
    'sales_management',
    'regional',
  ].map((name) => member(`${name} ${letter}`, name)),
);

function check(definition: ProcessDefinition, options: Partial<CheckOptions> = {}): Finding[] {
  return checkProcess(definition, { staff: CREW, now: NOW, ...options });
}

function errorsIn(definition: ProcessDefinition, options: Partial<CheckOptions> = {}): Finding[] {
  return check(definition, options).filter(({ severity }) => severity === 'error');
}

function codesIn(definition: ProcessDefinition, options: Partial<CheckOptions> = {}): string[] {
  return check(definition, options).map(({ code }) => code);
}

/** The content process with something broken. */
function broken(breakIt: (states: Record<string, StageDefinition>) => void): ProcessDefinition {
  const copy = structuredClone(contentProcess);
  breakIt(copy.states);
  return copy;
}

function activityIn(states: Record<string, StageDefinition>, stage: string, index = 0): Activity {
  return states[stage]!.meta.activities[index]!;
}

const TO_DRAFTING = [
  { stage: 'intake', event: 'accept' },
  { stage: 'brief', event: 'submit' },
  { stage: 'structuring', event: 'submit' },
];
const TO_REVIEW = [...TO_DRAFTING, { stage: 'drafting', event: 'submit' }];
const REVIEW_IN_WORDS =
  'Shortest way there: intake –accept→ brief –submit→ structuring –submit→ drafting –submit→ in_review.';

function expectFinding(findings: Finding[], expected: Partial<Finding>): void {
  expect(findings).toContainEqual(expect.objectContaining(expected));
}

describe.each(DEFAULT_PROCESSES.map((definition) => ({ name: definition.id, definition })))(
  'the $name process with a staffed crew',
  ({ definition }) => {
    it('has no errors', () => {
      expect(errorsIn(definition)).toEqual([]);
    });
  },
);

describe('names', () => {
  it('that exist nowhere are all found in one run', () => {
    const definition = broken((states) => {
      states['intake']!.on!['accept'] = [
        { target: 'breif', guard: when('full_moon'), actions: [{ type: 'send_flowers' }] },
        { target: 'brief', guard: { type: 'any' } },
      ];
      states['published']!.meta.announces = 'Out!';
      Object.assign(activityIn(states, 'brief').raci, { consulted: ['astrology'] });
      states['brief']!.on!['submit']!.push({
        target: 'structuring',
        guard: when({ type: 'resumes_at', params: { stage: 'nowhere' } }),
      });
    });
    definition.initial = 'intake';
    definition.meta.events['cancel']!.by = ['owner', 'ghost' as 'owner'];
    definition.on!['cancel'] = [{ target: 'cancelled' }];
    const unknown = check(definition).filter(({ code }) => code === 'names_unknown');
    expect(
      unknown.map(({ pointer, detail }) => [pointer, /found "([^"]*)"/u.exec(detail)![1]]),
    ).toEqual([
      ['/on/cancel/0/target', 'cancelled'],
      ['/states/intake/on/accept/0/target', 'breif'],
      ['/states/intake/on/accept/0/guard/params/rules/0', 'full_moon'],
      ['/states/intake/on/accept/0/actions/0', 'send_flowers'],
      ['/states/brief/on/submit/4/guard/params/rules/0/params/stage', 'nowhere'],
      ['/states/brief/meta/activities/0/raci/consulted/0', 'astrology'],
      ['/meta/events/cancel/by/1', 'ghost'],
      ['/states/intake/on/accept/1/guard', 'any'],
      ['/states/published/meta/announces', 'Out!'],
    ]);
  });

  it('of an initial stage that does not exist is found, and the rest is checked from the first stage', () => {
    const definition = { ...structuredClone(contentProcess), initial: 'nowhere' };
    expect(check(definition)).toEqual([
      expect.objectContaining({ code: 'names_unknown', pointer: '/initial', path: [] }),
    ]);
  });

  it('that stand for two things in one stage collide', () => {
    const definition = broken((states) => {
      states['in_review']!.meta.activities[1]!.key = 'product_review';
      activityIn(states, 'in_review').checklist = [
        { key: 'read', label: 'Read it' },
        { key: 'read', label: 'Read it again' },
      ];
      activityIn(states, 'brief').key = 'write/brief';
    });
    const found = errorsIn(definition).filter(({ code }) => code === 'names_collide');
    expect(found.map(({ pointer }) => pointer)).toEqual([
      '/states/brief/meta/activities/0/key',
      '/states/in_review/meta/activities/1/key',
      '/states/in_review/meta/activities/0/checklist/1/key',
    ]);
    expectFinding(found, {
      detail: `Expected one activity "product_review" in in_review; found it again. ${REVIEW_IN_WORDS}`,
      path: TO_REVIEW,
    });
  });

  it('that only read the same, or leave senders unheard, are worth a warning', () => {
    const definition = broken((states) => {
      states['in_review']!.meta.activities[1]!.label = 'Review what it says of the product';
    });
    definition.meta.events['accept'] = { label: 'Accept', by: ['owner'] };
    definition.meta.events['schedule']!.label = 'Publish';
    const found = check(definition).filter(({ code }) => code === 'names_collide');
    expect(found.map(({ severity, pointer }) => [severity, pointer])).toEqual([
      ['warning', '/meta/events/accept/by'],
      ['warning', '/states/in_review/meta/activities/1/label'],
      ['warning', '/meta/events/publish/label'],
    ]);
    expect(found[0]!.detail).toContain('so only triage can send it there, not owner.');
  });
});

describe('ways', () => {
  it('that lead to a stage nowhere leave it unreachable', () => {
    const definition = broken((states) => {
      delete states['approved']!.on!['schedule'];
    });
    expectFinding(errorsIn(definition), {
      code: 'unreachable_stage',
      detail:
        'No item ever comes to scheduled, whatever events are sent. No way leads to scheduled.',
      pointer: '/states/scheduled',
      path: [],
    });
  });

  it('behind a transition that is always taken first are never taken', () => {
    const definition = broken((states) => {
      states['approved']!.on!['publish'] = [
        { target: 'published' },
        { target: 'scheduled', guard: when('comment_given') },
      ];
      states['approved']!.on!['schedule'] = [{ target: 'published' }];
    });
    expectFinding(errorsIn(definition), {
      code: 'unreachable_stage',
      pointer: '/states/scheduled',
    });
  });

  it('that end in a stage without a way out, though it can be cancelled, are a dead end', () => {
    const definition = broken((states) => {
      delete states['drafting']!.on!['submit'];
      delete states['drafting']!.on!['request_changes'];
    });
    expectFinding(errorsIn(definition), {
      code: 'dead_end',
      detail:
        'From drafting no final stage can be reached: no transition of its own leads to another stage. Shortest way there: intake –accept→ brief –submit→ structuring –submit→ drafting.',
      pointer: '/states/drafting',
      path: TO_DRAFTING,
    });
  });

  it('that only lead round in a circle are one dead end, where the circle begins', () => {
    const definition = broken((states) => {
      for (const stage of ['published', 'review_due', 'expired'])
        delete states[stage]!.on!['retire'];
      delete states['review_due']!.on!['revise'];
      delete states['review_due']!.on!['expire'];
    });
    const ends = errorsIn(definition).filter(({ code }) => code === 'dead_end');
    expect(ends).toHaveLength(1);
    expect(ends[0]!.detail).toMatch(
      /^From published no final stage can be reached: it leads only to review_due and from there back\. Shortest way there: intake –accept→ .*approved –publish→ published\.$/u,
    );
  });

  it('that nobody may take are a dead end too', () => {
    const definition = broken((states) => {
      activityIn(states, 'intake').events = [];
    });
    expectFinding(errorsIn(definition), {
      code: 'dead_end',
      detail:
        'From intake no final stage can be reached: nobody may send any event that leaves it. Shortest way there: intake.',
      path: [],
    });
  });

  it('back to a stage that has no way forward are a loop of rejections', () => {
    const definition = broken((states) => {
      states['repair'] = {
        meta: { label: 'Repair', phase: 'generation', mode: 'relay', activities: [] },
      };
      states['in_review']!.on!['request_changes'] = [
        {
          target: 'repair',
          guard: when('reason_given'),
          actions: [{ type: 'resume_at', params: { stage: 'in_review' } }],
        },
      ];
    });
    expectFinding(errorsIn(definition), {
      code: 'reject_loop',
      detail:
        'What in_review sends back to repair by request_changes never reaches the end: repair has no way forward. Shortest way there: intake –accept→ brief –submit→ structuring –submit→ drafting –submit→ in_review –request_changes→ repair.',
      pointer: '/states/in_review/on/request_changes/0',
      path: [...TO_REVIEW, { stage: 'in_review', event: 'request_changes' }],
    });
  });

  it('of a review that can do nothing but reject are given as the loop that they are', () => {
    const definition = broken((states) => {
      states['in_review']!.on = {
        request_changes: states['in_review']!.on!['request_changes']!.slice(2),
      };
    });
    const findings = errorsIn(definition);
    const sent = { stage: 'in_review', event: 'request_changes' };
    expectFinding(findings, {
      code: 'reject_loop',
      detail:
        'What in_review sends back to drafting by request_changes never reaches the end: all that in_review can do with it is to send it back again. Shortest way there: intake –accept→ brief –submit→ structuring –submit→ drafting –submit→ in_review –request_changes→ drafting –submit→ in_review –request_changes→ drafting.',
      path: [...TO_REVIEW, sent, { stage: 'drafting', event: 'submit' }, sent],
    });
    expectFinding(findings, { code: 'dead_end', pointer: '/states/in_review', path: TO_REVIEW });
  });

  it('of a stage that only work sent back gets stuck in are found by that way', () => {
    const definition = broken((states) => {
      // Straight back to structuring and drafting it may go, but not on from the review that waits.
      states['brief']!.on!['submit'] = states['brief']!.on!['submit']!.filter(
        ({ guard }) => !JSON.stringify(guard ?? {}).includes('in_review'),
      );
      states['brief']!.on!['submit'].at(-1)!.guard = when({
        type: 'resumes_at',
        params: { stage: 'drafting' },
      });
    });
    const ends = errorsIn(definition).filter(({ code }) => code === 'dead_end');
    expect(ends.map(({ pointer }) => pointer)).toEqual(['/states/brief']);
  });
});

describe('senders', () => {
  it('are missing where neither an activity nor the process names one', () => {
    const definition = broken((states) => {
      const approving = ['approve', 'approve_with_comment'];
      activityIn(states, 'in_review').events = approving;
      activityIn(states, 'in_review', 1).events = approving;
    });
    expect(errorsIn(definition)).toEqual([
      {
        code: 'event_without_sender',
        severity: 'error',
        detail: `Nobody can send request_changes in in_review: no activity lists it, and meta.events.request_changes.by names no function. ${REVIEW_IN_WORDS}`,
        pointer: '/states/in_review/on/request_changes',
        path: TO_REVIEW,
      },
    ]);
  });

  it('list no event that their stage does not know', () => {
    const definition = broken((states) => {
      const activity = activityIn(states, 'in_review');
      activity.events = [...activity.events, 'aprove'];
    });
    expect(errorsIn(definition)).toEqual([
      {
        code: 'activity_event_unknown',
        severity: 'error',
        detail: `Expected in product_review an event that in_review knows (approve, approve_with_comment, withdraw, request_changes, cancel); found "aprove". ${REVIEW_IN_WORDS}`,
        pointer: '/states/in_review/meta/activities/0/events/3',
        path: TO_REVIEW,
      },
    ]);
  });

  it.each([
    { written: ['legal', 'marketing'], found: 'legal and marketing' },
    { written: undefined, found: 'none' },
  ])('are answered for by exactly one function, not by $found', ({ written, found }) => {
    const definition = broken((states) => {
      Object.assign(activityIn(states, 'drafting').raci, { accountable: written });
    });
    expectFinding(errorsIn(definition), {
      code: 'accountable_not_one',
      detail: `Expected exactly one accountable function for draft in drafting; found ${found}. Shortest way there: intake –accept→ brief –submit→ structuring –submit→ drafting.`,
      pointer: '/states/drafting/meta/activities/0/raci/accountable',
      path: TO_DRAFTING,
    });
  });
});

describe('staff', () => {
  const without = (name: string) =>
    CREW.filter(({ memberships }) => memberships.every((one) => one.function !== name));

  it('is missing where nobody works in the only responsible function', () => {
    const findings = check(contentProcess, { staff: without('legal') });
    expectFinding(findings, {
      code: 'not_staffed',
      severity: 'error',
      detail: `Nobody works in legal, which is responsible for legal_review in in_review. ${REVIEW_IN_WORDS}`,
      pointer: '/states/in_review/meta/activities/1/raci/responsible',
      path: TO_REVIEW,
    });
    expectFinding(findings, { code: 'accountable_not_staffed', severity: 'warning' });
  });

  it('is only worth a warning where another responsible function is staffed', () => {
    const findings = check(contentProcess, { staff: without('marketing') });
    expect(findings.filter(({ code }) => code === 'not_staffed')).toEqual([
      expect.objectContaining({
        severity: 'warning',
        detail: expect.stringContaining(
          'Nobody works in marketing, which is responsible for release in approved and publish in scheduled; others may do it.',
        ),
      }),
    ]);
  });

  it('is missing where an activity asks nobody', () => {
    const definition = broken((states) => {
      activityIn(states, 'drafting').raci.responsible = [];
    });
    expectFinding(errorsIn(definition), {
      code: 'not_staffed',
      pointer: '/states/drafting/meta/activities/0/raci/responsible',
      path: TO_DRAFTING,
    });
  });

  it('must be able to sign where a rule asks for the signature', () => {
    const definition = broken((states) => {
      activityIn(states, 'approved').raci.accountable = 'human_resources';
      states['approved']!.on!['publish']![0]!.guard = when('accountable_signed');
    });
    expectFinding(errorsIn(definition), {
      code: 'accountable_not_staffed',
      pointer: '/states/approved/meta/activities/0/raci/accountable',
    });
  });

  it.each<{ covers: string; membership: Partial<Membership>; region: string; missing: boolean }>([
    { covers: 'every region', membership: {}, region: 'DE', missing: false },
    { covers: 'its own region', membership: { region: 'DE' }, region: 'DE', missing: false },
    { covers: 'no other region', membership: { region: 'DE' }, region: 'FR', missing: true },
    {
      covers: 'the region of its locale',
      membership: { locale: 'de-DE' },
      region: 'DE',
      missing: false,
    },
    { covers: 'no region but that', membership: { locale: 'de-DE' }, region: 'AT', missing: true },
    {
      covers: 'every region of a language',
      membership: { locale: 'de' },
      region: 'AT',
      missing: false,
    },
  ])('of regional people covers $covers', ({ membership, region, missing }) => {
    const variant = structuredClone(DEFAULT_PROCESSES[2]!);
    variant.meta.regions = [region];
    const staff = ['Greta', 'Gero'].map((name) => ({
      ...member(name),
      memberships: [{ function: 'regional', region: null, locale: null, ...membership }],
    }));
    const found = check(variant, { staff }).filter(({ code }) => code === 'not_staffed');
    expect(found.map(({ detail }) => detail)).toEqual(
      missing
        ? [
            expect.stringMatching(
              `^Nobody in regional covers the region ${region}, and accept_request in requested,`,
            ),
          ]
        : [],
    );
  });

  it('that only stands in for somebody staffs nothing', () => {
    const staff = [
      ...without('legal'),
      {
        ...member('Stan'),
        memberships: [{ function: 'legal', region: null, locale: null, onBehalfOf: 'leo' }],
      },
    ];
    expect(codesIn(contentProcess, { staff })).toContain('not_staffed');
  });

  it('that may not read what it is asked or told is listed, with the consulted and informed', () => {
    const staff = CREW.map((person) => ({
      ...person,
      canRead: !/^(legal|sales_management)/u.test(person.name),
    }));
    expect(check(contentProcess, { staff })).toEqual([
      {
        code: 'cannot_read',
        severity: 'warning',
        detail:
          'Nobody who can read these items works in sales_management and legal. Shortest way there: intake –accept→ brief.',
        pointer: '/states/brief/meta/activities/0/raci',
        path: [{ stage: 'intake', event: 'accept' }],
      },
    ]);
  });
});

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
      { numRuns: 200 },
    );
  });
});

describe('a quorum', () => {
  it('can be larger than the number of those who vote', () => {
    const definition = broken((states) => {
      states['in_review']!.meta.quorum = 3;
      const leaving = when('author_is_not_approver', {
        type: 'completes_quorum',
        params: { of: 3 },
      });
      for (const event of ['approve', 'approve_with_comment']) {
        states['in_review']!.on![event]![0]!.guard = leaving;
      }
    });
    const findings = errorsIn(definition);
    expectFinding(findings, {
      code: 'quorum_too_large',
      detail: `Expected a quorum that approve in in_review can reach, at most 2 (distinct activities that may send it); found 3. ${REVIEW_IN_WORDS}`,
      pointer: '/states/in_review/meta/quorum',
      path: TO_REVIEW,
    });
    expectFinding(findings, { code: 'unreachable_stage', pointer: '/states/approved' });
  });

  it('counts functions, not activities, where its rule does', () => {
    const definition = broken((states) => {
      activityIn(states, 'in_review', 1).raci.responsible = ['product_management'];
      const { params } = states['in_review']!.on!['approve']![0]!.guard!;
      params!['rules'] = [{ type: 'reaches_quorum', params: { of: 2 } }];
    });
    expectFinding(errorsIn(definition), {
      code: 'quorum_too_large',
      detail: expect.stringContaining(
        'at most 1 (distinct functions that may send it); found 2.',
      ) as unknown as string,
    });
  });

  it('is missing in a team that says none', () => {
    const definition = broken((states) => delete states['in_review']!.meta.quorum);
    expect(errorsIn(definition)).toEqual([
      expect.objectContaining({
        code: 'quorum_too_large',
        detail: `Expected a quorum in in_review, where a team votes; found none. ${REVIEW_IN_WORDS}`,
      }),
    ]);
  });

  it('is idle where no transition counts to it', () => {
    const definition = broken((states) => {
      const leaving = [{ target: 'approved' }];
      Object.assign(states['in_review']!.on!, { approve: leaving, approve_with_comment: leaving });
    });
    expectFinding(errorsIn(definition), {
      code: 'quorum_too_large',
      detail: `Expected a transition of in_review that counts to its quorum of 2; found none that counts. ${REVIEW_IN_WORDS}`,
    });
  });
});

describe('deadlines before a goal', () => {
  /** 16 + 24 + 24 + 40 hours to the review, 24 until both have voted, 16 to publish: 144. */
  const needed = 144;

  it('miss it where their hours do not fit into the working days until then', () => {
    const findings = errorsIn(contentProcess, { goalDate: '2027-02-04' });
    expect(findings).toEqual([
      expect.objectContaining({
        code: 'deadlines_miss_goal',
        detail: expect.stringMatching(
          /^The deadlines on the quickest way to published add up to 144 working hours; until 2027-02-04 there are 120\. Quickest way there: intake –accept→ .*in_review –approve→ in_review –approve→ approved –publish→ published\.$/u,
        ) as unknown as string,
        pointer: '/states/published',
      }),
    ]);
  });

  it.each([
    { goalDate: '2027-02-08', hours: 8, fits: false },
    { goalDate: '2027-02-09', hours: 8, fits: true },
    { goalDate: '2027-02-09T07:00:00Z', hours: 8, fits: false },
    { goalDate: '2027-02-09T08:00:00Z', hours: 8, fits: true },
    { goalDate: '2027-02-02', hours: 8, fits: false },
    { goalDate: '2027-02-02', hours: 12, fits: true },
    { goalDate: '2026-12-01', hours: 8, fits: false },
  ])('with $hours hours a day until $goalDate: $fits', ({ goalDate, hours, fits }) => {
    const found = codesIn(contentProcess, { goalDate, workingHoursPerDay: hours });
    expect(found).toEqual(fits ? [] : ['deadlines_miss_goal']);
    expect(needed).toBe(18 * 8);
  });
});

describe('a process of sixty stages, each third a review that sends work back', () => {
  const result = readProcess(longProcess(60));

  it('is checked within a second, and nothing is left out of account', () => {
    if (result.outcome !== 'read') throw new Error(JSON.stringify(result.problems));
    const started = performance.now();
    expect(codesIn(result.definition)).toEqual([]);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe('a process with more ways than can be tried', () => {
  it('is walked by its stages, and says so', () => {
    const source = longProcess(3);
    const names = FUNCTIONS.filter((name) => name !== 'regional');
    const activities = Array.from({ length: 50 }, (_, index) => ({
      key: `review_${index}`,
      label: `Review ${index}`,
      raci: { responsible: names, accountable: 'legal' },
    }));
    const many = Array.from({ length: 30 }, (_, index) => [
      `w${index}`,
      {
        meta: { label: 'W', phase: 'generation', mode: 'team', quorum: 12, activities },
        review: {
          to: index === 29 ? 'end' : `w${index + 1}`,
          returnTo: ['s0'],
          afterwards: 'resume',
        },
      },
    ]);
    const states = { ...source.states, ...Object.fromEntries(many) };
    const result = readProcess({ ...source, initial: 'w0', states });
    if (result.outcome !== 'read') throw new Error(JSON.stringify(result.problems));
    const codes = codesIn(result.definition);
    expect(codes).toContain('too_many_ways');
    expect(codes).not.toContain('unreachable_stage');
  });
});

/** Two stages of writing, then a review of the two; the last leads to the end. */
function longProcess(length: number) {
  const stage = (index: number) => {
    const next = index + 1 === length ? 'end' : `s${index + 1}`;
    const meta = { label: `Stage ${index}`, phase: 'generation' };
    const raci = (name: string) => ({ responsible: name, accountable: name });
    if (index % 3 < 2) {
      const write = { key: 'write', label: 'Write', raci: raci('owner'), edits: true };
      const activities = [{ ...write, events: ['submit'] }];
      return { meta: { ...meta, mode: 'relay', activities }, on: { submit: next } };
    }
    const activities = ['legal', 'marketing', 'product_management'].map((name) => ({
      key: name,
      label: name,
      raci: raci(name),
    }));
    const returnTo = [`s${index - 2}`, `s${index - 1}`];
    return {
      meta: { ...meta, mode: 'team', quorum: 2, activities },
      review: { to: next, returnTo, afterwards: 'resume' },
    };
  };
  const stages = Array.from({ length }, (_, index) => [`s${index}`, stage(index)]);
  return {
    id: 'long',
    meta: { label: 'Long', kind: 'content' },
    states: {
      ...Object.fromEntries(stages),
      end: { type: 'final', meta: { label: 'End', phase: 'publishing', mode: 'relay' } },
    },
  };
}
