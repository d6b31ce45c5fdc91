import { describe, expect, it } from '@jest/globals';
import type { Change } from './change.js';
import { consequencesOf, type Downstream, publicationOf, reachesOthers } from './consequences.js';
import { freshnessOf } from './freshness.js';
import {
  accepted,
  AT,
  CONTENT,
  decideAs,
  description,
  ena,
  held,
  itemIn,
  lin,
  mia,
  send,
  TRAINING,
  VARIANT,
} from './items.fixture.js';
import type { ItemState } from './item-state.js';
import { EMPTY_CONTEXT, type WorkContext } from './process-definition.js';
import { compileProcess, type Process } from './process-machine.js';
import { CHANGE_CLASSES, type ChangeClass } from './vocabulary.js';

/** A process as it was before its stages knew these events. */
function without({ definition }: Process, ...events: string[]): Process {
  const older = structuredClone(definition);
  for (const { on = {} } of Object.values(older.states))
    for (const event of events) delete on[event];
  return compileProcess(older);
}
const OLD_TRAINING = without(TRAINING, 'content_changed');
const OLD_VARIANT = without(VARIANT, 'source_ready', 'source_outdated');
const KNOWN = [CONTENT, TRAINING, VARIANT, OLD_TRAINING, OLD_VARIANT];

function around(items: ItemState[], ofNewVariants: Process | null = VARIANT): Downstream {
  return {
    variantsOf: (id) => items.filter(({ source }) => source?.itemId === id),
    trainingsOn: (id) => items.filter(({ links }) => links.some(({ itemId }) => itemId === id)),
    pinned: (digest) => KNOWN.find((process) => process.digest === digest)!,
    ofNewVariants,
  };
}

const remembering = (context: Partial<WorkContext>) => ({
  context: { ...EMPTY_CONTEXT, ...context },
});
const text = (digest: string) => ({ number: 2, digest, size: 9, sections: [] });

/** Content that was published with `text-1` and has another text since, about to be released. */
const content = (change?: ChangeClass) =>
  held(
    itemIn(CONTENT, 'approved', {
      id: 'content-1',
      revision: text('text-2'),
      ...remembering({ publishedDigest: 'text-1', ...(change !== undefined && { change }) }),
    }),
    'release',
    mia,
  );
const published = (change?: ChangeClass) =>
  accepted(send(CONTENT, content(change), mia, 'publish'));

const variantOf = (
  sourceId: string,
  stage: string,
  fields: Partial<ItemState> = {},
  process = VARIANT,
) =>
  itemIn(process, stage, {
    id: `${sourceId}-${stage}`,
    source: { itemId: sourceId, digest: 'text-1' },
    ...remembering({ publishedDigest: 'text-1', newestSourceDigest: 'text-1' }),
    ...fields,
  });
const training = (stage: string, process = TRAINING) =>
  itemIn(process, stage, {
    id: `training-${stage}`,
    links: [{ type: 'trains_on', itemId: 'content-1' }],
    ...remembering({ publishedDigest: 'text-1' }),
    description: description({ requiredLocales: ['de-DE'] }),
  });

const summary = (changes: Change[]) => changes.map(({ after }) => [after.id, after.stage]);

describe('a publication', () => {
  it.each<[ChangeClass | undefined, string]>([
    ['typo', 'published'],
    ['minor', 'published'],
    ['substantive', 'out_of_date'],
    [undefined, 'out_of_date'],
  ])('of a %s change leaves a variant %s', (change, stage) => {
    const [told] = consequencesOf(published(change), around([variantOf('content-1', 'published')]));
    expect(told!.after).toMatchObject({ stage, context: { newestSourceDigest: 'text-2' } });
    expect(told!.entry.command).toMatchObject({
      input: { sourceDigest: 'text-2', change: change ?? 'substantive' },
    });
  });

  it('opens the locales that are missing, and tells nobody who knows it already', () => {
    const change = published();
    const known = variantOf(
      'content-1',
      'published',
      remembering({ newestSourceDigest: 'text-2' }),
    );
    expect(consequencesOf(change, around([known]))).toEqual([]);
    const [opened] = consequencesOf(change, around([]));
    expect(opened!.after).toMatchObject({
      locale: 'de-DE',
      stage: 'requested',
      source: { itemId: 'content-1', digest: 'text-2' },
    });
    expect(consequencesOf(change, around([opened!.after]))).toEqual([]);
  });

  it('brings trainings in delivery to review and their variants out of date, each once', () => {
    const items = [
      variantOf('content-1', 'published'),
      training('in_delivery'),
      training('review_due'),
      training('alpha'),
      variantOf('training-in_delivery', 'published'),
      variantOf('training-in_delivery', 'translating'),
      variantOf('training-review_due', 'published'),
    ];
    const changes = consequencesOf(published(), around(items));
    expect(summary(changes)).toEqual([
      ['content-1-published', 'out_of_date'],
      ['training-in_delivery', 'review_due'],
      ['training-in_delivery-published', 'out_of_date'],
    ]);
    const [, reviewed, outdated] = changes;
    expect(reviewed!.entry.command).toMatchObject({
      input: { contentItemId: 'content-1', contentDigest: 'text-2' },
    });
    expect(reviewed!.opened.map(({ activity }) => activity)).toEqual(['freshness_review']);
    expect(outdated!.after.context.outOfDate).toEqual({
      since: AT_PUBLICATION,
      digest: 'text-2',
      because: 'content',
    });
  });

  it.each<ChangeClass>(['typo', 'minor'])('of a %s change is nothing to trainings', (change) => {
    expect(
      consequencesOf(published(change), around([training('in_delivery')])).map(
        ({ after }) => after.kind,
      ),
    ).toEqual(['variant']);
  });

  it('of the text that is out already is nothing to trainings', () => {
    const same = { ...content(), revision: text('text-1') };
    const change = accepted(send(CONTENT, same, mia, 'publish'));
    const known = variantOf('content-1', 'published');
    expect(consequencesOf(change, around([training('in_delivery'), known]))).toEqual([]);
  });

  it('does not concern those whose process knows nothing of it', () => {
    const items = [
      training('in_delivery', OLD_TRAINING),
      variantOf('content-1', 'published', {}, without(VARIANT, 'source_published')),
    ];
    const old = without(VARIANT, 'source_published');
    const downstream = around(items);
    const pinned = (digest: string) => (digest === old.digest ? old : downstream.pinned(digest));
    expect(consequencesOf(published(), { ...downstream, pinned })).toEqual([]);
  });

  it('puts variants of an older process out of date whatever its class, as before there were classes', () => {
    const { states, ...definition } = structuredClone(VARIANT.definition);
    const source_published = [{ target: 'out_of_date', actions: [{ type: 'note_source' }] }];
    states['published']!.on = { source_published };
    const older = compileProcess({ ...definition, states });
    const variant = variantOf('content-1', 'published', {}, older);
    const [told] = consequencesOf(published('typo'), { ...around([variant]), pinned: () => older });
    expect(told!.after.stage).toBe('out_of_date');
    expect(told!.after.context).not.toHaveProperty('outOfDate');
    expect(freshnessOf(VARIANT.definition, told!.after)).toBe('out_of_date');
  });

  it('needs a process for the variants that it opens', () => {
    expect(() => consequencesOf(published(), around([], null))).toThrow(
      'The workspace has no active process for variants.',
    );
  });
});

describe('a training that was reviewed', () => {
  const outdated = (because: 'content' | 'source') =>
    variantOf(
      'training-review_due',
      'out_of_date',
      remembering({
        publishedDigest: 'text-1',
        newestSourceDigest: 'text-1',
        outOfDate: { since: AT, digest: 'c-2', because },
      }),
    );

  it('and confirmed has the variants back that only its content had put out of date', () => {
    const reviewed = held(training('review_due'), 'freshness_review', lin);
    const change = accepted(send(TRAINING, reviewed, lin, 'confirm'));
    const [back, ...others] = consequencesOf(change, around([outdated('content')]));
    expect(others).toEqual([]);
    expect(back!.after.stage).toBe('published');
    expect(freshnessOf(VARIANT.definition, back!.after)).toBe('up_to_date');
    expect(consequencesOf(change, around([outdated('source')]))).toEqual([]);
  });

  it.each([
    ['text-1', 'published'],
    ['text-2', 'out_of_date'],
  ])('and delivered with %s leaves them %s', (digest, stage) => {
    const gold = held(
      { ...training('gold'), id: 'training-review_due', revision: text(digest) },
      'release',
      lin,
    );
    const change = accepted(send(TRAINING, gold, lin, 'deliver'));
    const [told] = consequencesOf(change, around([outdated('content')]));
    expect(told!.after.stage).toBe(stage);
  });
});

describe('locales that are prepared', () => {
  const prepared = (item = content()) => accepted(send(CONTENT, item, ena, 'prepare_variants'));

  it('are opened for the text to come, and wait for it', () => {
    const [opened] = consequencesOf(prepared(), around([]));
    expect(opened!.after).toMatchObject({
      source: { digest: 'text-2' },
      context: { awaitsSource: true, newestSourceDigest: 'text-2' },
    });
    const [out] = consequencesOf(published(), around([opened!.after]));
    expect(out!.after.context).not.toHaveProperty('awaitsSource');
    expect(freshnessOf(VARIANT.definition, out!.after)).toBe('missing');
  });

  it('that are there hear of the text to come', () => {
    const [ready] = consequencesOf(prepared(), around([variantOf('content-1', 'published')]));
    expect(ready!.after).toMatchObject({ stage: 'queued', context: { awaitsSource: true } });
    expect(consequencesOf(prepared(), around([ready!.after]))).toEqual([]);
  });

  it('are neither opened nor told where their process could publish them before the source', () => {
    expect(consequencesOf(prepared(), around([], OLD_VARIANT))).toEqual([]);
    const older = variantOf('content-1', 'published', {}, OLD_VARIANT);
    expect(consequencesOf(prepared(), around([older]))).toEqual([]);
  });

  it('have nothing to wait for where the text is out', () => {
    expect(
      consequencesOf(prepared({ ...content(), revision: text('text-1') }), around([])),
    ).toEqual([]);
  });
});

describe('a publication to come', () => {
  it.each(CHANGE_CLASSES)('of a %s change leads to what the real one leads to', (change) => {
    const items = [
      variantOf('content-1', 'published'),
      variantOf('content-1', 'queued'),
      training('in_delivery'),
      variantOf('training-in_delivery', 'published'),
    ];
    const before = { ...content(), revision: text('text-1') };
    const foretold = consequencesOf(publicationOf(before, change, AT), around(items));
    expect(summary(foretold)).toEqual(summary(consequencesOf(published(change), around(items))));
  });

  it('is as grave as the edits that are pending already', () => {
    const foretold = consequencesOf(
      publicationOf(content('substantive'), 'typo', AT),
      around([variantOf('content-1', 'published')]),
    );
    expect(summary(foretold)).toEqual([['content-1-published', 'out_of_date']]);
  });

  it('of an item that was never published opens its locales', () => {
    const fresh = itemIn(CONTENT, 'intake', { revision: null });
    expect(consequencesOf(publicationOf(fresh, 'typo', AT), around([]))).toHaveLength(1);
  });
});

describe('a change', () => {
  it('that stays with its item reaches no other', () => {
    const offered = { ...itemIn(CONTENT, 'approved'), id: 'content-1' };
    const claim = { type: 'claim', taskId: 'task-release' } as const;
    const change = accepted(decideAs(CONTENT, offered, mia, claim));
    expect(reachesOthers(change)).toBe(false);
    expect(consequencesOf(change, around([variantOf('content-1', 'published')]))).toEqual([]);
  });
});

/** Fixtures let a minute pass for each version of an item. */
const AT_PUBLICATION = published().at;
