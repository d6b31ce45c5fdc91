import { describe, expect, it } from '@jest/globals';
import { contentProcess } from '../processes/content.process.js';
import { when } from '../processes/transitions.js';
import {
  check,
  errorsIn,
  broken,
  activityIn,
  TO_REVIEW,
  REVIEW_IN_WORDS,
} from './broken-processes.fixture.js';

describe('names', () => {
  it('that exist nowhere are all found in one run', () => {
    const definition = broken((states) => {
      states['intake']!.on!['accept'] = [
        { target: 'breif', guard: when('full_moon'), actions: [{ type: 'send_flowers' }] },
        { target: 'brief', guard: { type: 'any' } },
      ];
      states['published']!.meta.announces = 'Out!';
      states['retired']!.meta.announces = 'task.claimed';
      states['expired']!.meta.announces = 'campaign.ended';
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
      ['/states/retired/meta/announces', 'task.claimed'],
    ]);
  });

  it('of an initial stage that does not exist is found, and the rest is checked from the first stage', () => {
    const definition = { ...structuredClone(contentProcess), initial: 'nowhere' };
    expect(check(definition)).toEqual([
      expect.objectContaining({ code: 'names_unknown', pointer: '/initial', path: [] }),
    ]);
  });

  it('of regions that are none are found, each in its place', () => {
    const definition = broken(() => {});
    definition.meta.regions = ['DE', 'XX', 'EU', 'ZZ'];
    const unknown = check(definition).filter(({ code }) => code === 'names_unknown');
    expect(unknown.map(({ severity, detail, pointer }) => [severity, detail, pointer])).toEqual(
      ['XX', 'EU', 'ZZ'].map((region, index) => [
        'error',
        `Expected a region of ISO 3166-1, for instance DE; found "${region}".`,
        `/meta/regions/${index + 1}`,
      ]),
    );
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
    expect(found).toContainEqual(
      expect.objectContaining({
        detail: `Expected one activity "product_review" in in_review; found it again. ${REVIEW_IN_WORDS}`,
        path: TO_REVIEW,
      }),
    );
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
