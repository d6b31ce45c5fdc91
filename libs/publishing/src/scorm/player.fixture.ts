import { runInNewContext } from 'node:vm';
import { PLAYER_SCRIPT } from './player-script.js';

/** As much of an element as the player touches. */
class FakeElement {
  hidden = false;
  disabled = false;
  checked = false;
  value = 0;
  textContent = '';
  lang = 'en';
  dataset: Record<string, string> = {};
  readonly found: Record<string, FakeElement[]> = {};
  private readonly listeners: (() => void)[] = [];

  addEventListener(_type: string, listener: () => void): void {
    this.listeners.push(listener);
  }
  click(): void {
    for (const each of this.listeners) each();
  }
  querySelectorAll(selector: string): FakeElement[] {
    return this.found[selector] ?? [];
  }
  querySelector(selector: string): FakeElement {
    return (this.found[selector] ??= [new FakeElement()])[0]!;
  }
  closest(): this {
    return this;
  }
  focus(): void {
    this.checked = false;
  }
}

/** A learning system that keeps what it was told, and every call in order. */
export class FakeSystem {
  readonly calls: string[] = [];
  constructor(readonly kept: Record<string, string> = {}) {}
  LMSInitialize = () => this.called('LMSInitialize');
  LMSFinish = () => this.called('LMSFinish');
  LMSCommit = () => this.called('LMSCommit');
  LMSGetValue = (element: string) => this.kept[element] ?? '';
  LMSSetValue = (element: string, value: string) => {
    this.kept[element] = value;
    return this.called(`${element}=${value}`);
  };
  private called(what: string): string {
    this.calls.push(what);
    return 'true';
  }
}

interface Course {
  sections: number;
  /** the right answers of each question, as bits */
  questions?: number[];
  mastery?: number;
  text?: string;
}

/** Plays a course in a window that has what `around` says: `parent`, `opener`, `API`. */
export function play(
  { sections, questions = [], mastery = 80, text = 'aaa' }: Course,
  around: object,
) {
  const elements: Record<string, FakeElement> = {};
  const element = (id: string) => (elements[id] ??= new FakeElement());
  const inputs = () => Array.from({ length: 3 }, () => new FakeElement());
  const fields = questions.map((right) => {
    const field = new FakeElement();
    field.dataset.right = String(right);
    field.found.input = inputs();
    return field;
  });
  const course = element('course');
  course.found[':scope > section'] = Array.from({ length: sections }, () => new FakeElement());
  course.found.fieldset = fields;
  course.dataset = {
    text,
    mastery: String(mastery),
    place: '{n}/{total}',
    right: 'right',
    wrong: 'wrong',
    score: '{score}%',
    finished: 'done',
  };
  const leaving: (() => void)[] = [];
  const window: Record<string, unknown> = {
    scrollTo: () => undefined,
    addEventListener: (type: string, listener: () => void) => {
      if (type === 'pagehide') leaving.push(listener);
    },
  };
  Object.assign(window, { parent: window, top: window }, around);
  const document = { getElementById: element, addEventListener: () => undefined };
  runInNewContext(PLAYER_SCRIPT, { window, document, Intl, Date });
  return {
    next: () => element('next').click(),
    answer: (question: number, bits: number) => {
      fields[question]!.found.input!.forEach((input, bit) => {
        input.checked = (bits & (1 << bit)) !== 0;
      });
      fields[question]!.querySelector('button').click();
    },
    leave: () => {
      for (const each of leaving) each();
    },
    place: () => element('place').textContent,
    note: () => !element('no-system').hidden,
    finished: () => element('finished').textContent,
  };
}
