import { describe, expect, it } from '@jest/globals';
import {
  type Actor,
  compileProcess,
  decide,
  DEFAULT_PROCESSES,
  type ItemKind,
  type ItemState,
  type Process,
} from '#domain';
import { taughtAs } from '../around.js';
import { decideInTurn } from './decide-in-turn.js';
import type { Ground } from './ground.js';

const AT = '2027-01-15T09:00:00.000Z';
const WORKSPACE = '00000000-0000-7000-8000-000000000001';
const both: Actor = {
  kind: 'person',
  id: 'both',
  via: null,
  memberships: ['marketing', 'learning_and_development'].map((name) => ({
    function: name as 'marketing',
    region: null,
    locale: null,
  })),
};
const sender = { workspaceId: WORKSPACE, actor: both, at: AT };

const processes = new Map(
  DEFAULT_PROCESSES.map(compileProcess).map((process) => [process.digest, process]),
);
const processFor = (kind: ItemKind): Process =>
  [...processes.values()].find(({ definition }) => definition.meta.kind === kind)!;

/** An item in a stage whose first task is in the hands of `both`. */
function heldIn(kind: 'content' | 'training', stage: string, fields: object = {}): ItemState {
  const process = processFor(kind);
  const id = `${kind}-1`;
  const description = {
    title: 'Launch tiers',
    type: kind === 'content' ? 'guideline' : 'e_learning',
    audience: ['account_executive'],
    purpose: 'equip',
    journeyStage: ['all'],
    ownerFunction: 'marketing',
    requiredLocales: [],
    goalId: null,
  };
  const made = decide(
    process,
    null,
    {
      type: 'create',
      item: {
        kind,
        slug: id,
        locale: 'en-US',
        description,
        processDigest: process.digest,
        source: null,
      },
    },
    { ...sender, itemId: id },
  );
  if (made.outcome !== 'changed') throw new Error(JSON.stringify(made));
  const [task] = made.after.openTasks;
  const [activity] = process.definition.states[stage]!.meta.activities;
  const held = {
    ...task!,
    activity: activity!.key,
    functions: ['marketing', 'learning_and_development'],
    status: 'claimed' as const,
    holderId: 'both',
  };
  return { ...made.after, stage, openTasks: [held], ...fields };
}

function groundOf(...items: ItemState[]): Ground {
  const [content] = items;
  const process = processFor('content');
  const seen = { ...content!, title: content!.description.title, published: false };
  return {
    items: new Map(items.map((item) => [item.id, item])),
    processes,
    follow: () => Promise.resolve(null),
    ofNewVariants: processFor('variant'),
    around: {
      goals: new Map(),
      taught: new Map([
        [content!.id, { version: content!.version, content: taughtAs(seen, process) }],
      ]),
    },
  };
}

const event = (itemId: string, name: string, fields: object = {}) => ({
  itemId,
  event: name,
  input: {},
  expectedVersion: null,
  ...fields,
});

const TEXT = { number: 1, digest: 'text-1', size: 6, sections: [] };
const content = heldIn('content', 'approved', { revision: TEXT });
const training = heldIn('training', 'gold', {
  revision: TEXT,
  links: [{ type: 'trains_on', itemId: content.id, title: 'Launch tiers', by: 'both', at: AT }],
});
const outcomes = async (events: ReturnType<typeof event>[], ground = groundOf(content, training)) =>
  (await decideInTurn(events, ground, sender)).results.map(({ outcome }) => outcome);

describe('a list of events', () => {
  it('delivers a training on content that an earlier event of the list publishes', async () => {
    const publish = event(content.id, 'publish');
    const deliver = event(training.id, 'deliver');
    expect(await outcomes([publish, deliver])).toEqual(['accepted', 'accepted']);
    expect(await outcomes([deliver, publish])).toEqual(['refused', 'accepted']);
  });

  it('leaves the ground as it was, and gives the same turn for the same ground', async () => {
    const ground = groundOf(content, training);
    const before = structuredClone(ground.items);
    const events = [event(content.id, 'publish'), event(training.id, 'deliver')];
    expect(await decideInTurn(events, ground, sender)).toEqual(
      await decideInTurn(events, ground, sender),
    );
    expect(ground.items).toEqual(before);
    expect(ground.around.taught.get(content.id)!.content.freshness).toBe('unpublished');
  });

  it('opens a variant once and tells it of the next publication in the list', async () => {
    const source = heldIn('content', 'approved', {
      revision: TEXT,
      description: { ...content.description, requiredLocales: ['de-DE'] },
    });
    const events = ['publish', 'request_variants'].map((name) => event(source.id, name));
    const { changes } = await decideInTurn(events, groundOf(source), sender);
    expect(changes.map(({ after }) => [after.kind, after.version])).toEqual([
      ['content', 2],
      ['variant', 1],
      ['content', 3],
    ]);
  });

  it.each([
    [1, 1, ['accepted', 'accepted']],
    [1, 2, ['accepted', 'accepted']],
    [null, null, ['accepted', 'accepted']],
    [1, 3, ['accepted', 'refused']],
    [2, 2, ['refused', 'refused']],
    [0, 1, ['refused', 'refused']],
  ])(
    'by one who saw version %s and then %s of an item at 1 is %j',
    async (first, second, expected) => {
      const events = [
        event(content.id, 'publish', { expectedVersion: first }),
        event(content.id, 'request_variants', { expectedVersion: second }),
      ];
      expect(await outcomes(events)).toEqual(expected);
    },
  );

  it('takes a task, and goes on with it in the same list', async () => {
    const offered = {
      ...content,
      openTasks: content.openTasks.map((task) => ({
        ...task,
        status: 'offered' as const,
        holderId: null,
      })),
    };
    const taskId = offered.openTasks[0]!.id;
    const claim = {
      itemId: content.id,
      command: { type: 'claim' as const, taskId },
      expectedVersion: null,
    };
    const publish = event(content.id, 'publish');
    const { results, changes } = await decideInTurn(
      [publish, claim, claim, publish],
      groundOf(offered),
      sender,
    );
    expect(results.map(({ outcome }) => outcome)).toEqual([
      'refused',
      'accepted',
      'refused',
      'accepted',
    ]);
    expect(changes.map(({ entry }) => entry.command.type)).toEqual(['claim', 'event']);
  });

  it('finds nothing where an item is not on its ground', async () => {
    expect(await outcomes([event('unknown', 'publish')])).toEqual(['missing']);
  });
});
