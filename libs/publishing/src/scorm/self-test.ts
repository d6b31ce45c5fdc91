import { escapeMarkup } from '../escape.js';
import { type PlayerTexts, playerTexts } from '../texts.js';
import type { Step } from './steps.js';

/** Questions at most, so that their answers fit in what a learning system keeps (4096 characters). */
const MOST_QUESTIONS = 200;
/** Answers at most, so that those that were chosen fit in one whole number. */
const MOST_ANSWERS = 30;
/** A list in which each item is an answer, and holds no list itself. */
const LIST =
  /<ul>\s*((?:<li class="(?:todo|done)">(?:(?!<\/?(?:ul|ol|li)\b)[\s\S])*<\/li>\s*)+)<\/ul>/u;
const ITEM = /<li class="(todo|done)">([\s\S]*?)<\/li>/gu;
/** What may not stand in a label, or would take its click. */
const NOT_IN_LABEL = /<\/?(?:p|div|a)(?: [^<>]*)?>/gu;

export interface SelfTest {
  steps: Step[];
  /** how many of the steps ask something */
  questions: number;
}

/**
 * Turns steps into questions whose heading begins with "Question:" (in English or in the language of the locale) and
 * that have a task list: `- [x]` is a right answer, `- [ ]` a wrong one, and there are both. What is right stands in the
 * page, so that this tests nobody but oneself.
 */
export function withQuestions(steps: readonly Step[], locale: string): SelfTest {
  const texts = playerTexts(locale);
  const words = new Set([...texts.question, ...playerTexts('en').question]);
  let questions = 0;
  const asked = steps.map((step) => {
    if (questions >= MOST_QUESTIONS || !asks(step.title, words)) return step;
    const html = step.html.replace(LIST, (list, items: string) => {
      const fields = answerFields(items, { step, texts, number: questions + 1 });
      if (fields === null) return list;
      questions += 1;
      return fields;
    });
    return { ...step, html };
  });
  return { steps: asked, questions };
}

function asks(title: string, words: ReadonlySet<string>): boolean {
  const [word, ...rest] = title.split(/[:：]/u);
  return rest.length > 0 && words.has(lastLetters(word ?? '').toLowerCase());
}

/** "Question 3" is asked like "Question". */
function lastLetters(word: string): string {
  return word.replace(/\p{N}/gu, '').trim();
}

interface Asked {
  step: Step;
  texts: PlayerTexts;
  number: number;
}

function answerFields(items: string, { step, texts, number }: Asked): string | null {
  const answers = [...items.matchAll(ITEM)].map(([, state, html = '']) => ({
    isRight: state === 'done',
    html: html.replace(NOT_IN_LABEL, ''),
  }));
  const rights = answers.filter(({ isRight }) => isRight).length;
  if (rights === 0 || rights === answers.length || answers.length > MOST_ANSWERS) return null;
  const chosen = answers.reduce((sum, { isRight }, index) => sum + (isRight ? 2 ** index : 0), 0);
  const type = rights === 1 ? 'radio' : 'checkbox';
  const fields = answers.map(
    ({ html }) =>
      `<label><input type="${type}" name="question-${number}"> <span>${html}</span></label>`,
  );
  return `<fieldset data-right="${chosen}">
<legend class="unseen">${step.title}</legend>
${fields.join('\n')}
<button type="button">${escapeMarkup(texts.check)}</button>
<p role="status"></p>
</fieldset>`;
}
