import { describe, expect, it } from '@jest/globals';
import {
  accepted,
  along,
  creation,
  decideAs,
  ena,
  handOn,
  held,
  itemIn,
  lin,
  mia,
  pia,
  sam,
  send,
  TRAINING,
} from '../items.fixture.js';
import { presentVotes } from '../votes.js';

describe('a training item', () => {
  it('goes from intake to delivery, from learning and development to the field and back', () => {
    const created = accepted(decideAs(TRAINING, null, mia, creation(TRAINING))).after;
    const planned = along(TRAINING, created, [
      [ena, 'accept'],
      [lin, 'submit'],
    ]);
    expect(planned.passed).toEqual(['needs_analysis', 'storyboard']);
    const claim = { type: 'claim', taskId: planned.item.openTasks[0]!.id } as const;
    const writing = accepted(decideAs(TRAINING, planned.item, lin, claim)).after;
    const text = { type: 'revise', digest: 'board-1', size: 90, origin: 'edited' } as const;
    const board = accepted(decideAs(TRAINING, writing, lin, text)).after;

    const { passed } = along(TRAINING, board, [
      [lin, 'submit'],
      [sam, 'approve'],
      [lin, 'submit'],
      [sam, 'approve'],
      [pia, 'approve'],
      [lin, 'submit'],
      [sam, 'approve'],
      [lin, 'deliver'],
    ]);
    expect(passed).toEqual([
      'storyboard_review',
      'alpha',
      'alpha_review',
      'alpha_review',
      'beta',
      'pilot',
      'gold',
      'in_delivery',
    ]);
  });

  it('counts the votes of the alpha in its review only: its beta is judged anew by the pilot', () => {
    const { item: beta } = along(TRAINING, itemIn(TRAINING, 'alpha_review'), [
      [sam, 'approve'],
      [pia, 'approve'],
    ]);
    expect(beta.context.approvals.map(({ activity }) => activity)).toEqual([
      'field_review',
      'subject_matter_review',
    ]);
    expect(presentVotes(beta)).toEqual([]);
    const pilot = handOn(TRAINING, beta, lin, 'submit');
    const gold = handOn(TRAINING, pilot, sam, 'approve');
    expect(gold.context.approvals).toMatchObject([{ activity: 'run_pilot', stage: 'pilot' }]);
  });

  it('that fails its pilot is piloted again, whether alpha or beta was changed', () => {
    for (const returnTo of ['alpha', 'beta']) {
      const input = { returnTo, reasonCode: 'unclear', comment: 'Nobody finished it.' };
      const { passed } = along(TRAINING, itemIn(TRAINING, 'pilot'), [
        [sam, 'request_changes', input],
        [lin, 'submit'],
      ]);
      expect(passed).toEqual([returnTo, 'pilot']);
    }
  });

  it('sent back from gold to alpha is reviewed and piloted again', () => {
    const input = { returnTo: 'alpha', reasonCode: 'outdated', comment: 'The product changed.' };
    const { passed } = along(TRAINING, itemIn(TRAINING, 'gold'), [
      [lin, 'request_changes', input],
      [lin, 'submit'],
      [sam, 'approve'],
      [pia, 'approve'],
      [lin, 'submit'],
    ]);
    expect(passed).toEqual(['alpha', 'alpha_review', 'alpha_review', 'beta', 'pilot']);
  });

  it('opens its variants when it is delivered, and those that are missing on request', () => {
    const gold = held(itemIn(TRAINING, 'gold'), 'release', lin);
    const delivered = accepted(send(TRAINING, gold, lin, 'deliver'));
    expect(delivered.effects).toEqual(['open_variants']);
    expect(delivered.facts.map(({ type }) => type)).toContain('item.delivered');
    const request = accepted(send(TRAINING, delivered.after, ena, 'request_variants'));
    expect(request.effects).toEqual(['open_variants']);
    expect(request.after.stage).toBe('in_delivery');
  });

  it('is confirmed, revised from the storyboard on, or retired once its review is due', () => {
    const due = handOn(TRAINING, itemIn(TRAINING, 'in_delivery'), mia, 'call_review');
    expect(handOn(TRAINING, due, lin, 'confirm').stage).toBe('in_delivery');
    expect(handOn(TRAINING, due, lin, 'revise').stage).toBe('storyboard');
    expect(handOn(TRAINING, due, mia, 'retire').stage).toBe('retired');
  });
});
