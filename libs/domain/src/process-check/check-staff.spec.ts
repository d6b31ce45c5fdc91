import { describe, expect, it } from '@jest/globals';
import type { Membership } from '../actor.js';
import { DEFAULT_PROCESSES } from '../default-processes.js';
import { contentProcess } from '../processes/content.process.js';
import { when } from '../processes/transitions.js';
import {
  member,
  CREW,
  check,
  errorsIn,
  codesIn,
  broken,
  activityIn,
  TO_DRAFTING,
  TO_REVIEW,
  REVIEW_IN_WORDS,
} from './broken-processes.fixture.js';

describe('staff', () => {
  const without = (name: string) =>
    CREW.filter(({ memberships }) => memberships.every((one) => one.function !== name));

  it('is missing where nobody works in the only responsible function', () => {
    const findings = check(contentProcess, { staff: without('legal') });
    expect(findings).toContainEqual(
      expect.objectContaining({
        code: 'not_staffed',
        severity: 'error',
        detail: `Nobody works in legal, which is responsible for legal_review in in_review. ${REVIEW_IN_WORDS}`,
        pointer: '/states/in_review/meta/activities/1/raci/responsible',
        path: TO_REVIEW,
      }),
    );
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'accountable_not_staffed', severity: 'warning' }),
    );
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
    expect(errorsIn(definition)).toContainEqual(
      expect.objectContaining({
        code: 'not_staffed',
        pointer: '/states/drafting/meta/activities/0/raci/responsible',
        path: TO_DRAFTING,
      }),
    );
  });

  it('must be able to sign where a rule asks for the signature', () => {
    const definition = broken((states) => {
      activityIn(states, 'approved').raci.accountable = 'human_resources';
      states['approved']!.on!['publish']![0]!.guard = when('accountable_signed');
    });
    expect(errorsIn(definition)).toContainEqual(
      expect.objectContaining({
        code: 'accountable_not_staffed',
        pointer: '/states/approved/meta/activities/0/raci/accountable',
      }),
    );
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
      covers: 'the home of a language',
      membership: { locale: 'de' },
      region: 'DE',
      missing: false,
    },
    {
      covers: 'no other region of a language',
      membership: { locale: 'de' },
      region: 'CH',
      missing: true,
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
