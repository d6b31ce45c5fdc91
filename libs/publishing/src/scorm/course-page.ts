import { page } from '../body/page.js';
import { PAGE_STYLE } from '../body/page-style.js';
import { isolated, languageOf } from '../body/render-body.js';
import { escapeMarkup } from '../escape.js';
import { playerTexts } from '../texts.js';
import type { Step } from './steps.js';

interface CourseParts {
  title: string;
  locale: string;
  digest: string;
  masteryScore: number | null;
  steps: readonly Step[];
}

/** Without the script all steps show one below the other; it alone hides anything. */
const COURSE_STYLE = `${PAGE_STYLE}
[hidden] { display: none; }
.unseen { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
body { display: flex; flex-direction: column; min-block-size: 100vh; padding-block-end: 0; }
body > header { border-block-end: 1px solid var(--line); padding-block-end: .8em; margin-block-end: 1.2em; }
body > header h1 { font-size: 1em; font-weight: 600; color: var(--quiet); margin: 0 0 .5em; }
body > header p { margin: 0; font-size: .85em; color: var(--quiet); }
body > header .note { margin-block-start: .6em; }
progress { display: block; inline-size: 100%; block-size: .5em; accent-color: var(--mark); margin-block-end: .3em; }
main { flex: 1; }
main > section > :first-child, main > section > div:first-child > :first-child { margin-block-start: 0; }
main > section:focus { outline: none; }
main > section:focus-visible { outline: 2px solid var(--mark); outline-offset: .6em; }
body > nav { position: sticky; inset-block-end: 0; display: flex; justify-content: space-between; gap: 1em; background: var(--back); border-block-start: 1px solid var(--line); padding-block: .8em; margin-block-start: 2em; }
button { font: inherit; color: var(--mark); background: var(--back); border: 1px solid var(--mark); border-radius: .4em; padding: .45em 1.2em; cursor: pointer; }
button.next { color: var(--back); background: var(--mark); margin-inline-start: auto; }
button:disabled { color: var(--quiet); background: var(--soft); border-color: var(--line); cursor: default; }
button:focus-visible, input:focus-visible { outline: 2px solid var(--mark); outline-offset: 2px; }
fieldset { border: 1px solid var(--line); border-radius: .4em; padding: 1em; margin: 0 0 1em; min-inline-size: 0; }
fieldset label { display: flex; gap: .6em; align-items: baseline; padding-block: .3em; }
fieldset button { margin-block-start: .6em; }
fieldset p { margin: .6em 0 0; min-block-size: 1.6em; }
@media print { body > nav { display: none; } main > section[hidden] { display: block; } }
`;

/** The one page of a course. The script reads from `data-` attributes what it has to know. */
export function coursePage({ title, locale, digest, masteryScore, steps }: CourseParts): string {
  const texts = playerTexts(locale);
  const language = languageOf(texts.lang);
  const data = Object.entries({
    place: texts.place,
    right: texts.right,
    wrong: texts.wrong,
    score: texts.score,
    finished: texts.finished,
    text: digest.slice(0, 12),
    mastery: String(masteryScore ?? ''),
  });
  const attributes = data.map(([name, value]) => `data-${name}="${escapeMarkup(value)}"`).join(' ');
  const sections = steps.map(
    ({ title: heading, html }, index) =>
      `<section id="section-${index + 1}" tabindex="-1" aria-label="${heading === '' ? escapeMarkup(title) : heading}">\n${html}</section>\n`,
  );
  const content = `<header>
<h1>${isolated(title)}</h1>
<div ${language}>
<progress id="progress" max="${steps.length}" value="0" aria-labelledby="place" hidden></progress>
<p id="place" aria-live="polite"></p>
<p id="no-system" class="note" hidden>${escapeMarkup(texts.noSystem)}</p>
</div>
</header>
<main id="course" ${attributes}>
${sections.join('')}</main>
<p id="finished" class="note" role="status" ${language} hidden></p>
<nav id="moves" ${language} hidden>
<button type="button" id="previous">${escapeMarkup(texts.previous)}</button>
<button type="button" id="next" class="next">${escapeMarkup(texts.next)}</button>
</nav>
`;
  return page({ locale, title, style: COURSE_STYLE, content, script: 'scorm.js' });
}
