import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { LINE } from '../actor.js';
import { availableEvents } from '../event-rules.js';
import { freshnessOf } from '../freshness.js';
import type { EventInput } from '../command.js';
import {
  accepted,
  along,
  arrivedFrom,
  AT,
  decideAs,
  ena,
  gero,
  greta,
  handOn,
  held,
  itemIn,
  leo,
  mia,
  momentOf,
  refused,
  send,
  sofia,
  told,
  VARIANT,
} from '../items.fixture.js';
import type { ItemState } from '../item-state.js';
import { EMPTY_CONTEXT, type WorkContext } from '../process-definition.js';
import { CHANGE_CLASSES, type ChangeClass } from '../vocabulary.js';

/** A variant that was published with its present text, by the process of today. */
const variantIn = (stage: string, context: Partial<WorkContext> = {}) =>
  itemIn(VARIANT, stage, {
    context: {
      ...EMPTY_CONTEXT,
      publishedDigest: 'text-1',
      newestSourceDigest: 'source-text-1',
      ...context,
    },
  });

const hear = (item: ItemState, event: string, input: EventInput = {}) =>
  accepted(decideAs(VARIANT, item, LINE, { type: 'event', event, input })).after;

const publish = (item: ItemState, sourceDigest: string, change?: ChangeClass) =>
  hear(item, 'source_published', { sourceDigest, ...(change !== undefined && { change }) });

const freshness = (item: ItemState) => freshnessOf(VARIANT.definition, item);

const BECAUSE = { comment: 'They sell another product there.' };
const WORKING = ['translating', 'editing', 'in_country_review', 'approved'];

describe('a change of the source', () => {
  it.each(['published', ...WORKING])(
    'puts a variant in %s out of date if it is substantive',
    (stage) => {
      const item = variantIn(stage);
      for (const change of ['substantive', undefined] as const) {
        const after = publish(item, 'source-text-2', change);
        expect(after).toMatchObject({
          stage: 'out_of_date',
          context: {
            outOfDate: { since: momentOf(item), digest: 'source-text-2', because: 'source' },
          },
          openTasks: [{ activity: 'update', locale: 'de-DE' }],
        });
        expect(freshness(after)).toBe('out_of_date');
      }
    },
  );

  it.each(['published', ...WORKING])(
    'leaves a variant in %s as it is if it is minor, which can be seen',
    (stage) => {
      const item = variantIn(stage);
      const after = publish(item, 'source-text-2', 'minor');
      expect(after).toMatchObject({
        stage,
        source: item.source,
        openTasks: item.openTasks,
        context: {
          newestSourceDigest: 'source-text-2',
          lighterChange: { class: 'minor', digest: 'source-text-2' },
        },
      });
      expect(freshness(after)).toBe('up_to_date');
      expect(publish(after, 'source-text-3', 'typo').context.lighterChange).toEqual(
        after.context.lighterChange,
      );
      expect(publish(after, 'source-text-3', 'substantive').context).not.toHaveProperty(
        'lighterChange',
      );
    },
  );

  it.each(['published', ...WORKING])(
    'leaves no trace in %s if it is a typo, but the newest text',
    (stage) => {
      const item = variantIn(stage);
      expect(publish(item, 'source-text-2', 'typo')).toEqual({
        ...item,
        version: item.version + 1,
        auditHash: expect.any(String),
        context: { ...item.context, newestSourceDigest: 'source-text-2' },
      });
    },
  );

  it.each(['requested', 'queued'])(
    'is what a variant in %s is pinned to, whatever its class',
    (stage) => {
      for (const change of CHANGE_CLASSES) {
        const after = publish(variantIn(stage), 'source-text-2', change);
        expect(after).toMatchObject({ stage, source: { digest: 'source-text-2' } });
        expect(after.context).not.toHaveProperty('lighterChange');
      }
    },
  );

  it('keeps since when a variant is out of date, and names the newest cause', () => {
    const first = publish(variantIn('published'), 'source-text-2');
    const second = publish(first, 'source-text-3');
    const since = first.context.outOfDate!.since;
    expect(second.context.outOfDate).toEqual({ since, digest: 'source-text-3', because: 'source' });
    const third = publish(second, 'source-text-4', 'minor');
    expect(third.context).toMatchObject({
      newestSourceDigest: 'source-text-4',
      outOfDate: { digest: 'source-text-3' },
    });
  });

  it('is over when the variant was brought up to it and published, not before', () => {
    const stale = publish(variantIn('published'), 'source-text-2');
    const queued = handOn(VARIANT, stale, greta, 'update');
    expect(queued).toMatchObject({
      source: { digest: 'source-text-2' },
      context: { outOfDate: { updating: true } },
    });
    expect(freshness(queued)).toBe('out_of_date');
    const { item } = along(VARIANT, queued, [
      [greta, 'start'],
      [greta, 'submit'],
      [greta, 'submit'],
      [gero, 'approve'],
    ]);
    expect(freshness(item)).toBe('out_of_date');
    const published = handOn(VARIANT, item, greta, 'publish');
    expect(published.context).not.toHaveProperty('outOfDate');
    expect(freshness(published)).toBe('up_to_date');
  });

  it('is remembered from its update on where an older process left it to the stage', () => {
    const arrival = arrivedFrom('published', { at: AT });
    const stale = { ...variantIn('out_of_date', { newestSourceDigest: 'source-text-2' }), arrival };
    const updated = handOn(VARIANT, stale, greta, 'update');
    expect(updated.context.outOfDate).toEqual({
      since: AT,
      digest: 'source-text-2',
      because: 'source',
      updating: true,
    });
    expect(freshness(updated)).toBe('out_of_date');
    const unpublished = handOn(VARIANT, { ...stale, context: EMPTY_CONTEXT }, greta, 'update');
    expect(unpublished.context).not.toHaveProperty('outOfDate');
  });

  it('keeps what nobody has updated from an ordinary publication', () => {
    const outOfDate = { since: AT, digest: 'source-text-2', because: 'source' } as const;
    const moved = held(variantIn('approved', { outOfDate }), 'release', greta);
    expect(refused(send(VARIANT, moved, greta, 'publish')).reasons).toMatchObject([
      { code: 'not_out_of_date', detail: expect.stringContaining(AT) },
    ]);
  });
});

describe('a change that does not concern a locale', () => {
  const stale = held(publish(variantIn('published'), 'source-text-2'), 'update', gero);

  it('is dismissed with a comment by whoever holds the update', () => {
    expect(refused(send(VARIANT, stale, gero, 'dismiss_change')).reasons).toMatchObject([
      { code: 'comment_given' },
    ]);
    const { after } = accepted(send(VARIANT, stale, gero, 'dismiss_change', BECAUSE));
    expect(after).toMatchObject({ stage: 'published', openTasks: [] });
    expect(after.context).not.toHaveProperty('outOfDate');
    expect(freshness(after)).toBe('up_to_date');
    expect(refused(send(VARIANT, stale, greta, 'dismiss_change', BECAUSE)).reasons).toMatchObject([
      { code: 'task_held_by_another' },
    ]);
  });

  it('cannot be dismissed where nothing is out, or not what would be', () => {
    for (const [publishedDigest, detail] of [
      [null, 'Nothing was published in this locale yet.'],
      ['text-0', 'Its text was changed since it was published.'],
    ] as const) {
      const item = { ...stale, context: { ...stale.context, publishedDigest } };
      expect(refused(send(VARIANT, item, gero, 'dismiss_change', BECAUSE)).reasons).toMatchObject([
        { code: 'text_is_as_published', detail },
      ]);
    }
  });

  it('stays dismissed until the next substantive one, and no typo ever marks a variant', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...CHANGE_CLASSES, 'dismissal'), { maxLength: 20 }),
        (steps) => {
          let item = variantIn('published');
          let expected = 'up_to_date';
          for (const [index, step] of steps.entries()) {
            if (step === 'dismissal') {
              if (item.stage === 'out_of_date')
                item = handOn(VARIANT, item, gero, 'dismiss_change', BECAUSE);
              expected = 'up_to_date';
            } else {
              item = publish(item, `source-text-${index + 2}`, step);
              if (step === 'substantive') expected = 'out_of_date';
            }
            expect(freshness(item)).toBe(expected);
          }
        },
      ),
    );
  });
});

describe('an update', () => {
  it.each([gero, mia, ena])(
    'is asked for by the people of the locale, the owner and enablement, as by $id',
    (actor) => {
      const minor = publish(variantIn('published'), 'source-text-2', 'minor');
      expect(refused(send(VARIANT, minor, actor, 'request_update')).reasons).toMatchObject([
        { code: 'comment_given' },
      ]);
      const { after } = accepted(send(VARIANT, minor, actor, 'request_update', BECAUSE));
      expect(after).toMatchObject({
        stage: 'out_of_date',
        context: { outOfDate: { because: 'request' } },
        openTasks: [{ activity: 'update' }],
      });
      const updated = handOn(VARIANT, after, greta, 'update');
      expect(updated).toMatchObject({ stage: 'queued', source: { digest: 'source-text-2' } });
      expect(updated.context).not.toHaveProperty('lighterChange');
    },
  );

  it('is not asked for by the people of another locale, nor by other functions', () => {
    const codes = [sofia, leo].map(
      (actor) =>
        refused(send(VARIANT, variantIn('published'), actor, 'request_update', BECAUSE)).reasons[0],
    );
    expect(codes).toMatchObject([
      { code: 'not_your_locale', detail: expect.stringContaining('de-DE') },
      {
        code: 'not_your_function',
        detail: '"request_update" is for regional or marketing or enablement.',
      },
    ]);
  });
});

describe('an exception', () => {
  it.each([...WORKING, 'out_of_date'])(
    'publishes from %s, by enablement, with a comment, and says so',
    (stage) => {
      const outOfDate = { since: AT, digest: 'source-text-2', because: 'source' } as const;
      const item = variantIn(stage, stage === 'out_of_date' ? { outOfDate } : {});
      const codes = [
        refused(send(VARIANT, item, ena, 'publish_with_exception')),
        refused(send(VARIANT, item, greta, 'publish_with_exception', BECAUSE)),
        refused(send(VARIANT, { ...item, revision: null }, ena, 'publish_with_exception', BECAUSE)),
      ].map(({ reasons }) => reasons.map(({ code }) => code));
      expect(codes).toEqual([['comment_given'], ['not_your_function'], ['has_body']]);
      const change = accepted(
        send(VARIANT, item, ena, 'publish_with_exception', { ...BECAUSE, reasonCode: 'other' }),
      );
      expect(change.after).toMatchObject({
        stage: 'published',
        context: {
          publishedDigest: 'text-1',
          exception: { by: 'ena', at: momentOf(item), reasonCode: 'other' },
        },
      });
      expect(JSON.stringify(change.after.context)).not.toContain(BECAUSE.comment);
      expect(told(change, 'item.published')).toMatchObject({ exception: true });
      expect(freshness(change.after)).toBe(stage === 'out_of_date' ? 'out_of_date' : 'up_to_date');
    },
  );

  it('leaves what was out of date so, in work or not, until an ordinary publication ends both', () => {
    const stale = publish(variantIn('published'), 'source-text-2');
    const translating = along(VARIANT, stale, [
      [greta, 'update'],
      [greta, 'start'],
    ]).item;
    const { item: excepted } = along(VARIANT, translating, [
      [ena, 'publish_with_exception', BECAUSE],
    ]);
    expect(freshness(excepted)).toBe('out_of_date');
    expect(excepted.context.outOfDate).not.toHaveProperty('updating');
    const { item } = along(VARIANT, excepted, [
      [ena, 'request_update', BECAUSE],
      [greta, 'update'],
      [greta, 'start'],
      [greta, 'submit'],
      [greta, 'submit'],
      [gero, 'approve'],
      [greta, 'publish'],
    ]);
    expect(item.context).not.toHaveProperty('exception');
    expect(freshness(item)).toBe('up_to_date');
  });
});

describe('the content that the source trains on', () => {
  const outdated = () =>
    hear(variantIn('published'), 'source_outdated', {
      contentItemId: 'content-1',
      contentDigest: 'c-2',
    });

  it('puts a published variant out of date until the source is confirmed', () => {
    const item = outdated();
    expect(item).toMatchObject({
      stage: 'out_of_date',
      context: { outOfDate: { because: 'content', digest: 'c-2' } },
    });
    const back = hear(item, 'source_confirmed');
    expect(back).toMatchObject({ stage: 'published', openTasks: [] });
    expect(freshness(back)).toBe('up_to_date');
  });

  it('does not hold a variant back that is already on its way to an update', () => {
    const queued = handOn(VARIANT, outdated(), greta, 'update');
    expect(hear(queued, 'source_confirmed')).toMatchObject({ stage: 'published' });
    const translating = handOn(VARIANT, queued, greta, 'start');
    const working = hear(translating, 'source_confirmed');
    expect(working.stage).toBe('translating');
    expect(freshness(working)).toBe('up_to_date');
  });

  it('does not bring back what is out of date for another reason too', () => {
    const item = publish(outdated(), 'source-text-2');
    expect(item.context.outOfDate).toMatchObject({ because: 'source' });
    expect(
      refused(
        decideAs(VARIANT, item, LINE, { type: 'event', event: 'source_confirmed', input: {} }),
      ).reasons,
    ).toMatchObject([{ code: 'outdated_by_content' }]);
  });
});

describe('a text of the source that is not out yet', () => {
  const ready = (item: ItemState, digest: string) =>
    hear(item, 'source_ready', { sourceDigest: digest, change: 'substantive' });
  const toApproved = (item: ItemState) =>
    along(VARIANT, item, [
      [greta, 'start'],
      [greta, 'submit'],
      [greta, 'submit'],
      [gero, 'approve'],
    ]).item;

  it.each(['published', ...WORKING])(
    'is begun with from %s, and nothing is out of date before it is out',
    (stage) => {
      const queued = ready(variantIn(stage), 'source-text-2');
      expect(queued).toMatchObject({
        stage: 'queued',
        source: { digest: 'source-text-2' },
        context: { awaitsSource: true },
      });
      expect(freshness(queued)).toBe('up_to_date');
      const approved = held(toApproved(queued), 'release', greta);
      expect(refused(send(VARIANT, approved, greta, 'publish')).reasons).toMatchObject([
        { code: 'source_is_out' },
      ]);
      expect(
        refused(send(VARIANT, approved, ena, 'publish_with_exception', BECAUSE)).reasons,
      ).toMatchObject([{ code: 'source_is_out' }]);
      const out = publish(approved, 'source-text-2', 'substantive');
      expect(out).toMatchObject({ stage: 'approved', openTasks: approved.openTasks });
      expect(freshness(out)).toBe('out_of_date');
      expect(freshness(accepted(send(VARIANT, out, greta, 'publish')).after)).toBe('up_to_date');
    },
  );

  it('that gives way to another puts the prepared variant out of date', () => {
    const approved = toApproved(ready(variantIn('published'), 'source-text-2'));
    const out = publish(approved, 'source-text-3', 'substantive');
    expect(out).toMatchObject({ stage: 'out_of_date' });
    expect(out.context).not.toHaveProperty('awaitsSource');
  });

  it('is waited for in the queue too, from where it goes out of date in its time', () => {
    const queued = ready(variantIn('published'), 'source-text-2');
    const out = publish(queued, 'source-text-2', 'substantive');
    expect(out).toMatchObject({ stage: 'queued', context: { outOfDate: { updating: true } } });
    expect(freshness(out)).toBe('out_of_date');
  });
});

describe('what the line tells a variant', () => {
  it('is shown to nobody as something to send', () => {
    for (const stage of ['queued', 'translating', 'published', 'out_of_date']) {
      const shown = availableEvents(VARIANT, variantIn(stage), ena).map(({ event }) => event);
      expect(shown.filter((event) => event.startsWith('source_'))).toEqual([]);
    }
  });
});
