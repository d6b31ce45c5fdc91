/**
 * `scorm.js` of a package, as it runs in the browser. Without a learning system it shows the course all the same.
 * Source: SCORM 1.2 Run-Time Environment, 3.3 (finding the API) and 3.4 (data model).
 */
export const PLAYER_SCRIPT = String.raw`(function () {
  'use strict';

  // The learning system: an object named API in a window around or behind this one.

  function apiAround(start) {
    let candidate = start;
    for (let steps = 0; candidate && steps < 500; steps += 1) {
      try {
        if (candidate.API && typeof candidate.API.LMSInitialize === 'function') return candidate.API;
      } catch (error) {
        // A window of another origin; one further out may be ours again.
      }
      if (candidate.parent === candidate) return null;
      candidate = candidate.parent;
    }
    return null;
  }

  function behind(someWindow) {
    try {
      return someWindow.opener || null;
    } catch (error) {
      return null;
    }
  }

  const api = apiAround(window) || apiAround(behind(window)) || apiAround(behind(window.top));
  let isOpen = call('LMSInitialize', '') === 'true';

  function call(name, ...values) {
    if (!api) return '';
    try {
      return String(api[name](...values));
    } catch (error) {
      return '';
    }
  }

  function read(element) {
    return isOpen ? call('LMSGetValue', element) : '';
  }

  function write(element, value) {
    if (isOpen && isCounted) call('LMSSetValue', element, String(value));
  }

  // What was reached before.

  const course = document.getElementById('course');
  const { text, mastery } = course.dataset;
  const sections = [...course.querySelectorAll(':scope > section')];
  const questions = [...course.querySelectorAll('fieldset')];
  const startedAt = Date.now();
  const isCounted = !['browse', 'review'].includes(read('cmi.core.lesson_mode'));
  const isSettled = ['completed', 'passed'].includes(read('cmi.core.lesson_status'));
  const seen = new Set();
  const chosen = questions.map(() => 0);
  let place = 0;
  resume();

  function resume() {
    const [version, ofText, seenBits = '', answers = ''] = read('cmi.suspend_data').split('|');
    const reached = Number(read('cmi.core.lesson_location'));
    if (Number.isInteger(reached) && reached > 1) place = Math.min(reached, sections.length) - 1;
    if (version !== '1' || ofText !== text) return;
    [...seenBits].forEach((digit, index) => {
      const bits = parseInt(digit, 16);
      for (let bit = 0; bit < 4; bit += 1) if (bits & (1 << bit)) seen.add(index * 4 + bit);
    });
    answers.split('.').forEach((answer, index) => {
      if (index < chosen.length) chosen[index] = parseInt(answer, 36) || 0;
    });
  }

  function suspendData() {
    const digits = [];
    for (let index = 0; index < sections.length; index += 4) {
      let bits = 0;
      for (let bit = 0; bit < 4; bit += 1) if (seen.has(index + bit)) bits |= 1 << bit;
      digits.push(bits.toString(16));
    }
    const answers = chosen.map((answer) => (answer === 0 ? '' : answer.toString(36)));
    return ['1', text, digits.join(''), answers.join('.')].join('|');
  }

  // What is reached now.

  function progress() {
    const isAnswered = chosen.every((answer) => answer !== 0);
    const isDone = isAnswered && seen.size >= sections.length;
    if (questions.length === 0) {
      return { isDone, score: percent(seen.size, sections.length), status: 'completed' };
    }
    const rights = questions.filter((each, index) => Number(each.dataset.right) === chosen[index]);
    const score = percent(rights.length, questions.length);
    const status = score >= Number(mastery) ? 'passed' : 'failed';
    // A score before the last answer would make some systems say "failed" at once.
    return { isDone, score: isAnswered ? score : null, status };
  }

  function percent(part, whole) {
    return Math.round((100 * part) / whole);
  }

  function record() {
    const { isDone, score, status } = progress();
    write('cmi.core.lesson_location', place + 1);
    write('cmi.suspend_data', suspendData());
    if (!isSettled) {
      if (score !== null) {
        write('cmi.core.score.min', 0);
        write('cmi.core.score.max', 100);
        write('cmi.core.score.raw', score);
      }
      write('cmi.core.lesson_status', isDone ? status : 'incomplete');
    }
    save();
  }

  function save() {
    write('cmi.core.session_time', duration(Date.now() - startedAt));
    write('cmi.core.exit', 'suspend');
    if (isOpen) call('LMSCommit', '');
  }

  function duration(milliseconds) {
    const hundredths = Math.min(Math.floor(milliseconds / 10), 359999999);
    const two = (number) => String(number).padStart(2, '0');
    const seconds = Math.floor(hundredths / 100);
    const hours = String(Math.floor(seconds / 3600)).padStart(4, '0');
    return hours + ':' + two(Math.floor(seconds / 60) % 60) + ':' + two(seconds % 60) + '.' + two(hundredths % 100);
  }

  // What the learner sees.

  const [bar, placeLine, previous, next, finished, moves, noSystem] = [
    'progress', 'place', 'previous', 'next', 'finished', 'moves', 'no-system',
  ].map((id) => document.getElementById(id));
  const numbers = new Intl.NumberFormat(placeLine.closest('[lang]').lang);

  function fill(template, values) {
    return template.replace(/\{(\w+)\}/g, (all, name) => numbers.format(values[name]));
  }

  function show(index) {
    place = index;
    seen.add(index);
    sections.forEach((section, each) => {
      section.hidden = each !== index;
    });
    bar.value = seen.size;
    placeLine.textContent = fill(course.dataset.place, { n: index + 1, total: sections.length });
    previous.disabled = index === 0;
    next.disabled = index === sections.length - 1;
    record();
    showResult();
  }

  function showResult() {
    const { isDone, score } = progress();
    finished.hidden = !isDone;
    const result = questions.length === 0 ? '' : fill(course.dataset.score, { score: score || 0 }) + ' ';
    finished.textContent = isDone ? result + course.dataset.finished : '';
  }

  /** Moves there and lets a reader aloud begin at its beginning. */
  function go(index) {
    show(index);
    window.scrollTo(0, 0);
    sections[index].focus({ preventScroll: true });
  }

  function showVerdict(question, index) {
    const isRight = Number(question.dataset.right) === chosen[index];
    const verdict = question.querySelector('[role="status"]');
    verdict.textContent = isRight ? course.dataset.right : course.dataset.wrong;
  }

  previous.addEventListener('click', () => go(Math.max(place - 1, 0)));
  next.addEventListener('click', () => go(Math.min(place + 1, sections.length - 1)));
  questions.forEach((question, index) => {
    const inputs = [...question.querySelectorAll('input')];
    inputs.forEach((input, bit) => {
      input.checked = Math.floor(chosen[index] / 2 ** bit) % 2 === 1;
    });
    if (chosen[index] !== 0) showVerdict(question, index);
    question.querySelector('button').addEventListener('click', () => {
      const answer = inputs.reduce((sum, { checked }, bit) => sum + (checked ? 2 ** bit : 0), 0);
      if (answer === 0) return;
      chosen[index] = answer;
      showVerdict(question, index);
      record();
      showResult();
    });
  });
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (!link) return;
    const target = document.getElementById(decoded(link.getAttribute('href').slice(1)));
    const index = sections.findIndex((section) => section.contains(target));
    if (!target || index === -1) return;
    event.preventDefault();
    go(index);
    target.scrollIntoView();
  });

  function decoded(name) {
    try {
      return decodeURIComponent(name);
    } catch (error) {
      return name;
    }
  }

  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') save();
  });
  window.addEventListener('pagehide', () => {
    save();
    if (isOpen) call('LMSFinish', '');
    isOpen = false;
  });
  window.addEventListener('pageshow', ({ persisted }) => {
    // The session with the learning system is over; a new one begins with the page.
    if (persisted) window.location.reload();
  });

  noSystem.hidden = isOpen;
  bar.hidden = false;
  moves.hidden = sections.length < 2;
  show(place);
})();
`;
