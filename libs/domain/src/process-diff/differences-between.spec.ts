import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { DEFAULT_PROCESSES } from '../default-processes.js';
import type { ProcessDefinition } from '../process-definition.js';
import { canonicalJson, rulesOf } from '../process-machine.js';
import { contentProcess } from '../processes/content.process.js';
import { when } from '../processes/transitions.js';
import { differencesBetween } from './differences-between.js';

/** What is said of a change to the content process. */
function said(change: (definition: ProcessDefinition) => void): string[] {
  const newer = structuredClone(contentProcess);
  change(newer);
  return differencesBetween(contentProcess, newer);
}

const stageOf = (definition: ProcessDefinition, stage: string) => definition.states[stage]!;
const activityOf = (definition: ProcessDefinition, stage: string, index = 0) =>
  stageOf(definition, stage).meta.activities[index]!;

describe('the differences between two versions of a process', () => {
  it('are none where they are equal, however they are written', () => {
    const reordered = Object.fromEntries(
      Object.entries(contentProcess).toReversed(),
    ) as unknown as ProcessDefinition;
    expect(differencesBetween(contentProcess, reordered)).toEqual([]);
  });

  it('tell of the process itself', () => {
    expect(
      said((newer) => {
        newer.meta.label = 'Contents';
        newer.meta.regions = ['DE', 'FR'];
        newer.initial = 'brief';
        newer.meta.events['accept']!.label = 'Take it on';
        newer.meta.events['cancel']!.by = ['enablement'];
        newer.meta.events['cancel']!.ofLocale = true;
        delete newer.meta.events['expire'];
      }),
    ).toEqual([
      'The label of the process became "Contents" (before: "Content").',
      'The regions of the process became DE, FR (before: none).',
      'The initial stage became "brief" (before: "intake").',
      'The label of accept became "Take it on" (before: "Accept into production").',
      'Who may send cancel by function became enablement (before: owner, enablement).',
      'Whether cancel is only for regional people of its locale became true (before: none).',
      'The label of expire became none (before: "Let expire").',
    ]);
  });

  it('tell of stages that came, went or are called otherwise', () => {
    expect(
      said((newer) => {
        newer.states = { legal_check: stageOf(newer, 'scheduled'), ...newer.states };
        delete newer.states['scheduled'];
        stageOf(newer, 'in_review').meta.label = 'Under review';
      }),
    ).toEqual([
      'The stage legal_check ("Scheduled") was added.',
      'in_review: the label became "Under review" (before: "In review").',
      'The stage scheduled ("Scheduled") was removed.',
    ]);
  });

  it('tell of the quorum, the mode, the policy for edits and the fact of a stage', () => {
    expect(
      said((newer) => {
        const { meta } = stageOf(newer, 'in_review');
        Object.assign(meta, {
          quorum: 1,
          mode: 'relay',
          onEdit: 'all',
          announces: 'item.reviewed',
        });
      }),
    ).toEqual([
      'in_review: the mode became "relay" (before: "team").',
      'in_review: the quorum became 1 (before: 2).',
      'in_review: what an edit does to approvals became "all" (before: none).',
      'in_review: the fact that it announces became "item.reviewed" (before: none).',
    ]);
  });

  it('tell of transitions that came, went or lead elsewhere', () => {
    expect(
      said((newer) => {
        stageOf(newer, 'approved').on!['publish']![0]!.target = 'scheduled';
        delete stageOf(newer, 'published').on!['retire'];
        stageOf(newer, 'intake').on!['accept']!.unshift({
          target: 'drafting',
          guard: when('has_body'),
        });
        newer.on!['cancel']![0]!.target = '.retired';
      }),
    ).toEqual([
      'in every stage, cancel: the transition to cancelled now goes to retired.',
      'intake, accept: the transition to drafting under has_body was added.',
      'approved, publish: the transition to published now goes to scheduled.',
      'published, retire: the transition to retired was removed.',
    ]);
  });

  it('tell of the rules and actions of a transition', () => {
    expect(
      said((newer) => {
        const [accepting] = stageOf(newer, 'published').on!['call_review']!;
        accepting!.guard = when('comment_given', { type: 'reaches_quorum', params: { of: 2 } });
        accepting!.actions = [{ type: 'clear_approvals' }];
        const [leaving] = stageOf(newer, 'in_review').on!['approve']!;
        leaving!.guard!.params = { rules: rulesOf(leaving!).slice(1) };
      }),
    ).toEqual([
      'in_review, approve to approved: the rule text_was_seen was removed.',
      'published, call_review to review_due: the rule comment_given was added.',
      'published, call_review to review_due: the rule reaches_quorum (of: 2) was added.',
      'published, call_review to review_due: the action clear_approvals was added.',
    ]);
  });

  it('tell of transitions that are tried in another order', () => {
    expect(
      said((newer) => {
        const { on } = stageOf(newer, 'drafting');
        on!['submit'] = on!['submit']!.toReversed();
      }),
    ).toEqual(['drafting, submit: the order of its transitions changed.']);
  });

  it('tell of activities, their RACI, their events and their deadlines', () => {
    expect(
      said((newer) => {
        const { activities } = stageOf(newer, 'in_review').meta;
        activities.splice(1, 1, { ...activities[1]!, key: 'law' });
        const draft = activityOf(newer, 'drafting');
        draft.raci.consulted = ['legal', 'product_management'];
        draft.raci.accountable = 'marketing';
        draft.deadline!.workingHours = 60;
        delete activityOf(newer, 'brief').deadline;
        activityOf(newer, 'brief').events = ['submit', 'cancel'];
        activityOf(newer, 'brief').acceptWithinHours = 8;
      }),
    ).toEqual([
      'brief, write_brief: its events became submit, cancel (before: submit).',
      'brief, write_brief: the hours to accept it became 8 (before: none).',
      'brief, write_brief: the deadline became none (before: 24 working hours, then remind).',
      'drafting, draft: the deadline became 60 working hours, then remind (before: 40 working hours, then remind).',
      'drafting, draft: accountable became marketing (before: owner).',
      'drafting, draft: consulted became legal, product_management (before: product_management).',
      'in_review: the activity law ("Review claims and rights", by legal) was added.',
      'in_review: the activity legal_review ("Review claims and rights", by legal) was removed.',
    ]);
  });

  it('are empty exactly when the canonical JSON is the same', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...DEFAULT_PROCESSES),
        fc.array(fc.tuple(fc.nat(), fc.nat(2)), { maxLength: 2 }),
        (older, edits) => {
          const newer = edits.reduce((sofar, edit) => edited(sofar, edit), older);
          const equal = canonicalJson(older) === canonicalJson(newer);
          expect(differencesBetween(older, newer).length === 0).toBe(equal);
          expect(differencesBetween(newer, older).length === 0).toBe(equal);
        },
      ),
      { numRuns: 100 },
    );
  });
});

/** The same definition with one of its values or lists changed: another text or number, reversed, cut short or doubled. */
function edited(definition: ProcessDefinition, [which, how]: [number, number]): ProcessDefinition {
  const copy = structuredClone(definition);
  const places: (() => void)[] = [];
  const visit = (holder: Record<string, unknown> | unknown[], key: string | number): void => {
    const slots = holder as Record<string | number, unknown>;
    const value = slots[key];
    if (typeof value === 'string') places.push(() => (slots[key] = `${value}_x`));
    if (typeof value === 'number') places.push(() => (slots[key] = value + 1));
    if (Array.isArray(value)) {
      places.push(() => {
        if (how === 0) value.reverse();
        if (how === 1) value.pop();
        if (how >= 2) value.push(...(value.slice(0, 1) as unknown[]));
      });
      value.forEach((_, index) => visit(value as unknown[], index));
    } else if (typeof value === 'object' && value !== null) {
      for (const inner of Object.keys(value)) visit(value as Record<string, unknown>, inner);
    }
  };
  visit({ copy }, 'copy');
  places[which % places.length]!();
  return copy;
}
