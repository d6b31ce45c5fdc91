import { describe, expect, it } from '@jest/globals';
import { bodyHtml } from '../body/render-body.js';
import { withQuestions } from './self-test.js';
import { stepsOf } from './steps.js';

const asked = (body: string, locale = 'en') =>
  withQuestions(stepsOf(bodyHtml(body, locale, { relative: false })), locale);

describe('a question of a self-test', () => {
  it('is a heading that says so, with a list that has right and wrong answers', () => {
    const { steps, questions } = asked(
      '## Question: Who?\n\nOne of them.\n\n- [ ] Ann\n- [x] *Bo*\n',
    );
    expect(questions).toBe(1);
    expect(steps[0]!.html).toContain('<p>One of them.</p>\n<fieldset data-right="2">');
    expect(steps[0]!.html).toContain('<legend class="unseen">Question: Who?</legend>');
    expect(steps[0]!.html.match(/<input type="radio" name="question-1">/gu)).toHaveLength(2);
    expect(steps[0]!.html).toContain('<span><em>Bo</em></span>');
  });

  it('lets choose several where several are right', () => {
    const { steps } = asked('## Question 7: Which?\n\n- [x] a\n- [ ] b\n- [x] c\n');
    expect(steps[0]!.html).toContain('data-right="5"');
    expect(steps[0]!.html).toContain('type="checkbox"');
  });

  it('may be asked in the language of the course', () => {
    for (const [heading, locale] of [
      ['Frage: Wer?', 'de-DE'],
      ['問題：誰?', 'ja'],
      ['سؤال: من؟', 'ar'],
      ['Question: who?', 'ko'],
    ] as const) {
      expect([locale, asked(`## ${heading}\n\n- [x] a\n- [ ] b\n`, locale).questions]).toEqual([
        locale,
        1,
      ]);
    }
  });

  it('is not one without a right and a wrong answer, without the word, or in a list of something else', () => {
    for (const body of [
      '## Question: Who?\n\n- [x] a\n- [x] b\n',
      '## Question: Who?\n\n- [ ] a\n',
      '## Who?\n\n- [x] a\n- [ ] b\n',
      '## Question: Who?\n\n- [x] a\n- b\n',
      '## Question: Who?\n\n- [x] a\n  - b\n- [ ] c\n',
      `## Question: Who?\n\n- [x] a\n${'- [ ] b\n'.repeat(30)}`,
    ]) {
      expect([body, asked(body).questions]).toEqual([body, 0]);
      expect(asked(body).steps[0]!.html).not.toContain('<input');
    }
  });

  it('is asked two hundred times at most', () => {
    expect(asked('## Question: a\n\n- [x] a\n- [ ] b\n\n'.repeat(250)).questions).toBe(200);
  });
});
