import { describe, expect, it } from '@jest/globals';
import { FakeSystem, play } from './player.fixture.js';

const core = ({ kept }: FakeSystem) => ({
  status: kept['cmi.core.lesson_status'],
  location: kept['cmi.core.lesson_location'],
  score: kept['cmi.core.score.raw'],
});

describe('the player of a course', () => {
  it('finds the learning system in its window, above it, behind it, and past windows of others', () => {
    const alien = {
      get API(): never {
        throw new Error('SecurityError');
      },
    };
    const around = (API: FakeSystem) => [
      { API },
      { parent: { parent: { API } } },
      { opener: { API } },
      { opener: { parent: { API } } },
      { top: { opener: { API } } },
      { parent: Object.assign(Object.create(alien), { parent: { API } }) },
    ];
    const systems = around(new FakeSystem()).map(() => new FakeSystem());
    for (const [index, system] of systems.entries()) {
      play({ sections: 2 }, around(system)[index]!);
      expect([index, system.calls[0]]).toEqual([index, 'LMSInitialize']);
    }
  });

  it('goes on without a learning system, and says so', () => {
    for (const around of [{}, { API: 'mine' }, { API: { LMSInitialize: () => 'false' } }]) {
      const course = play({ sections: 2 }, around);
      course.next();
      expect([course.place(), course.note()]).toEqual(['2/2', true]);
    }
  });

  it('tells how far a reader is, and that the course is completed with its last section', () => {
    const system = new FakeSystem();
    const course = play({ sections: 3 }, { API: system });
    expect(core(system)).toEqual({ status: 'incomplete', location: '1', score: '33' });
    course.next();
    course.next();
    expect(core(system)).toEqual({ status: 'completed', location: '3', score: '100' });
    expect([course.finished(), course.note()]).toEqual(['done', false]);
  });

  it('goes on where the reader was, with what was seen and answered', () => {
    const system = new FakeSystem();
    const first = play({ sections: 3, questions: [2] }, { API: system });
    first.next();
    first.answer(0, 2);
    first.leave();
    const second = play({ sections: 3, questions: [2] }, { API: system });
    expect(second.place()).toBe('2/3');
    second.next();
    expect(core(system)).toEqual({ status: 'passed', location: '3', score: '100' });
  });

  it('counts nothing as seen of a text that is another one now', () => {
    const system = new FakeSystem();
    play({ sections: 2 }, { API: system }).next();
    const status = { 'cmi.core.lesson_status': 'incomplete' };
    const later = new FakeSystem({ ...system.kept, ...status });
    expect(play({ sections: 2, text: 'bbb' }, { API: later }).place()).toBe('2/2');
    expect(core(later)).toMatchObject({ status: 'incomplete', score: '50' });
  });

  it('passes or fails by its questions, and gives no score before the last answer', () => {
    const system = new FakeSystem();
    const course = play({ sections: 1, questions: [1, 5], mastery: 80 }, { API: system });
    course.answer(0, 1);
    course.answer(1, 0);
    expect(core(system)).toMatchObject({ status: 'incomplete', score: undefined });
    course.answer(1, 4);
    expect(core(system)).toMatchObject({ status: 'failed', score: '50' });
    course.answer(1, 5);
    expect(core(system)).toMatchObject({ status: 'passed', score: '100' });
    expect(course.finished()).toBe('100% done');
  });

  it('takes back nothing that was completed or passed', () => {
    for (const status of ['completed', 'passed']) {
      const system = new FakeSystem({
        'cmi.core.lesson_status': status,
        'cmi.core.score.raw': '90',
      });
      play({ sections: 3, questions: [1] }, { API: system }).answer(0, 2);
      expect(core(system)).toMatchObject({ status, score: '90' });
    }
  });

  it('tells nothing where it is only looked at', () => {
    for (const mode of ['browse', 'review']) {
      const system = new FakeSystem({ 'cmi.core.lesson_mode': mode });
      play({ sections: 2 }, { API: system }).next();
      expect(system.calls.filter((call) => call.includes('='))).toEqual([]);
    }
  });

  it('tells the time and saves as the page goes, then ends once', () => {
    const system = new FakeSystem();
    const course = play({ sections: 2 }, { API: system });
    course.leave();
    course.leave();
    course.next();
    expect(system.kept['cmi.core.session_time']).toMatch(/^0000:00:0\d\.\d\d$/u);
    expect(system.kept['cmi.core.exit']).toBe('suspend');
    expect(system.calls.slice(-2)).toEqual(['LMSCommit', 'LMSFinish']);
  });

  it('keeps within what a learning system keeps, for the longest course', () => {
    const system = new FakeSystem();
    const questions = Array.from({ length: 200 }, () => 2 ** 29);
    const course = play({ sections: 300, questions }, { API: system });
    questions.forEach((_, index) => course.answer(index, 7));
    expect(system.kept['cmi.suspend_data']!.length).toBeLessThan(4096);
  });

  it('survives a learning system that throws', () => {
    const fail = () => {
      throw new Error('gone');
    };
    const API = {
      LMSInitialize: () => 'true',
      LMSGetValue: fail,
      LMSSetValue: fail,
      LMSCommit: fail,
    };
    const course = play({ sections: 2 }, { API });
    course.next();
    expect(course.place()).toBe('2/2');
  });
});
