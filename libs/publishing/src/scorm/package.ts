import { bodyHtml } from '../body/render-body.js';
import { likely } from '../direction.js';
import { zipOf } from '../zip.js';
import { manifestXml, type ManifestParts, metadataXml } from './manifest.js';
import { coursePage } from './course-page.js';
import { PLAYER_SCRIPT } from './player-script.js';
import { withQuestions } from './self-test.js';
import { stepsOf } from './steps.js';

/** A training item in one locale, as it was published. */
export interface TrainingText {
  id: string;
  slug: string;
  title: string;
  /** BCP 47 */
  locale: string;
  /** Markdown or HTML, see `renderBody` */
  body: string;
  /** SHA-256 of the body, hex; a learner's progress counts for the text with this digest */
  digest: string;
  publishedAt: Date;
  /** per cent of the questions, 0 to 100, default 80; a course that asks nothing is completed by reading it */
  masteryScore?: number;
}

const USUAL_MASTERY_SCORE = 80;

/**
 * A course as SCORM 1.2 package: a zip to give to a learning system. It is divided into steps before its headings of
 * level 1 and 2, and completed when all are seen. The same text gives the same bytes. Throws RangeError for a locale
 * that is not well-formed or a mastery score out of range.
 */
export function scormPackage(text: TrainingText): Uint8Array {
  const { masteryScore = USUAL_MASTERY_SCORE } = text;
  likely(text.locale);
  if (!(masteryScore >= 0 && masteryScore <= 100)) {
    throw new RangeError(`Expected a mastery score from 0 to 100; found ${masteryScore}.`);
  }
  const locale = new Intl.Locale(text.locale).toString();
  const html = bodyHtml(text.body, locale, { relative: false });
  const { steps, questions } = withQuestions(stepsOf(html), locale);
  const parts: ManifestParts = {
    ...text,
    locale,
    masteryScore: questions === 0 ? null : masteryScore,
  };
  return zipOf({
    'imsmanifest.xml': manifestXml(parts, ['index.html', 'scorm.js']),
    'index.html': coursePage({ ...parts, steps }),
    'metadata.xml': metadataXml(parts),
    'scorm.js': PLAYER_SCRIPT,
  });
}
