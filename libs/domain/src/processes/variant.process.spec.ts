import { describe, expect, it } from '@jest/globals';
import { LINE } from '../actor.js';
import {
  accepted,
  along,
  creation,
  decideAs,
  gero,
  greta,
  handOn,
  held,
  itemIn,
  mia,
  refused,
  send,
  sofia,
  VARIANT,
} from '../items.fixture.js';
import { EMPTY_CONTEXT } from '../process-definition.js';

const sourcePublished = (digest: string) =>
  ({ type: 'event', event: 'source_published', input: { sourceDigest: digest } }) as const;

const pinnedTo = (digest: string | null) => ({ source: { itemId: 'source-1', digest } });

describe('a variant', () => {
  const requested = accepted(decideAs(VARIANT, null, LINE, creation(VARIANT))).after;
  const claimed = held(requested, 'accept_request', greta);

  it('cannot be accepted before its source is published', () => {
    expect(refused(send(VARIANT, claimed, greta, 'accept')).reasons).toMatchObject([
      {
        code: 'source_is_published',
        detail: 'The source is not published yet; the work starts when it is.',
      },
    ]);
    const { after } = accepted(decideAs(VARIANT, claimed, LINE, sourcePublished('source-text-1')));
    expect(accepted(send(VARIANT, after, greta, 'accept')).after.stage).toBe('queued');
  });

  it.each(['requested', 'queued'])('in %s is pinned to each source that is published', (stage) => {
    const waiting = held(
      itemIn(VARIANT, stage, pinnedTo(null)),
      itemIn(VARIANT, stage).openTasks[0]!.activity,
      greta,
    );
    const { after, effects } = accepted(
      decideAs(VARIANT, waiting, LINE, sourcePublished('source-text-1')),
    );
    expect(effects).toEqual(['pin_source']);
    expect(after).toMatchObject({
      stage,
      ...pinnedTo('source-text-1'),
      context: { newestSourceDigest: 'source-text-1' },
      openTasks: waiting.openTasks,
    });
    const again = accepted(decideAs(VARIANT, after, LINE, sourcePublished('source-text-2'))).after;
    expect(again).toMatchObject({ stage, ...pinnedTo('source-text-2') });
  });

  it('goes from queued to published in the hands of its region, four eyes on the text', () => {
    const queued = itemIn(VARIANT, 'queued', { revision: null });
    const translating = handOn(VARIANT, queued, greta, 'start');
    const claim = { type: 'claim', taskId: translating.openTasks[0]!.id } as const;
    const begun = accepted(decideAs(VARIANT, translating, greta, claim)).after;
    const text = { type: 'revise', digest: 'de-1', size: 130, origin: 'edited' } as const;
    const translated = accepted(decideAs(VARIANT, begun, greta, text)).after;
    const { item, passed } = along(VARIANT, translated, [
      [greta, 'submit'],
      [gero, 'submit'],
      [gero, 'approve'],
      [greta, 'publish'],
    ]);
    expect(passed).toEqual(['editing', 'in_country_review', 'approved', 'published']);
    expect(item.context).toMatchObject({ authors: [], approvals: [] });
  });

  it('is not for people of another locale, nor for the function that owns its source', () => {
    const { openTasks } = itemIn(VARIANT, 'queued');
    const claim = { type: 'claim', taskId: openTasks[0]!.id } as const;
    const codes = [sofia, mia].map(
      (actor) =>
        refused(decideAs(VARIANT, itemIn(VARIANT, 'queued'), actor, claim)).reasons[0]!.code,
    );
    expect(codes).toEqual(['not_your_locale', 'not_your_function']);
  });

  it.each(['translating', 'editing', 'in_country_review', 'approved', 'published'])(
    'in %s goes out of date when its source is published anew, and stays pinned to the old one',
    (stage) => {
      const item = itemIn(VARIANT, stage);
      const { after, changedTasks, facts } = accepted(
        decideAs(VARIANT, item, LINE, sourcePublished('source-text-2')),
      );
      expect(after).toMatchObject({
        stage: 'out_of_date',
        ...pinnedTo('source-text-1'),
        context: { newestSourceDigest: 'source-text-2' },
        openTasks: [{ activity: 'update', functions: ['regional'], locale: 'de-DE' }],
      });
      expect(changedTasks.map(({ status }) => status)).toEqual(
        item.openTasks.map(() => 'cancelled'),
      );
      expect(facts.map(({ type }) => type)).toContain('item.out_of_date');
    },
  );

  it('that is out of date is pinned to the newest source by update, and queued', () => {
    const stale = itemIn(VARIANT, 'out_of_date', {
      context: {
        ...EMPTY_CONTEXT,
        approvals: [{ activity: 'review_in_country', actorId: 'gero', digest: 'de-1' }],
        resumeAt: 'editing',
        newestSourceDigest: 'source-text-2',
      },
    });
    const newer = accepted(decideAs(VARIANT, stale, LINE, sourcePublished('source-text-3'))).after;
    expect(newer).toMatchObject({ stage: 'out_of_date', ...pinnedTo('source-text-1') });
    const updated = handOn(VARIANT, newer, greta, 'update');
    expect(updated).toMatchObject({
      stage: 'queued',
      ...pinnedTo('source-text-3'),
      context: { approvals: [], resumeAt: null, newestSourceDigest: 'source-text-3' },
    });
  });

  it('hears of its source from the line only', () => {
    expect(
      refused(
        decideAs(VARIANT, itemIn(VARIANT, 'published'), mia, sourcePublished('source-text-2')),
      ),
    ).toMatchObject({
      outcome: 'refused',
      kind: 'forbidden',
      reasons: [
        { code: 'not_your_function', detail: '"source_published" is sent by Baton itself.' },
      ],
    });
  });

  it('sent back by its reviewer comes straight back to the reviewer', () => {
    const input = { returnTo: 'translating', reasonCode: 'terminology', comment: 'Wrong term.' };
    const { passed } = along(VARIANT, itemIn(VARIANT, 'in_country_review'), [
      [gero, 'request_changes', input],
      [greta, 'submit'],
    ]);
    expect(passed).toEqual(['translating', 'in_country_review']);
  });

  it('sent back once it was approved passes every stage again', () => {
    const input = { returnTo: 'translating', reasonCode: 'terminology', comment: 'Wrong term.' };
    const { passed } = along(VARIANT, itemIn(VARIANT, 'approved'), [
      [gero, 'request_changes', input],
      [greta, 'submit'],
      [greta, 'submit'],
    ]);
    expect(passed).toEqual(['translating', 'editing', 'in_country_review']);
  });
});
