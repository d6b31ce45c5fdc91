import { strFromU8, unzipSync } from 'fflate';
import { validateScorm } from '../../libs/publishing/src/scorm/schemas.fixture.js';
import { openChromium } from '../browser/chromium.js';
import { openLearningSystem } from '../browser/learning-system.js';
import { readThrough } from '../browser/read-through.js';
import { COURSES } from '../browser/scorm-courses.js';
import { proveCourse } from '../browser/scorm-proof.js';
import { download } from '../download.js';
import { createItem, type Item, work } from '../line.js';
import type { TestPerson } from '../test-api.js';
import type { Ground } from './ground.js';
import type { TranslatedText } from './library.js';
import { inTranslation, publishVariant, writeWhole } from './variants.js';

type Files = Record<string, Uint8Array>;

/** A course with a question in three languages: each package is taken in the browser from its start to its mark. */
const [SOURCE, ...VARIANTS] = COURSES;
const TAKEN: TranslatedText = {
  slug: SOURCE!.slug,
  title: SOURCE!.title,
  locale: SOURCE!.locale,
  previous: null,
  current: SOURCE!.body,
  translations: VARIANTS.map(({ locale, body }) => ({ locale, body })),
};

/** Delivers trainings in every locale and takes their packages, valid by the schemas of SCORM, in a browser. */
export async function proveCourses(
  ground: Ground,
  { texts, hasBrowser }: { texts: readonly TranslatedText[]; hasBrowser: boolean },
): Promise<void> {
  const taken = await packagesOf(ground, TAKEN);
  const read: Record<string, Files> = {};
  for (const text of texts) {
    const packages = await packagesOf(ground, { ...text, slug: `${text.slug}-course` });
    for (const [locale, files] of Object.entries(packages)) read[`${text.slug}.${locale}`] = files;
  }
  const count = Object.keys(taken).length + Object.keys(read).length;
  ground.say(`${count} SCORM packages are valid by the schemas of ADL and IMS.`);
  if (!hasBrowser) return ground.leaveOut('chromium');
  const named = Object.fromEntries(COURSES.map(({ name, locale }) => [name, taken[locale]!]));
  const system = await openLearningSystem({ ...named, ...read });
  const browser = await openChromium();
  try {
    const place = { browser, system, folder: ground.files };
    for (const { name } of COURSES) await proveCourse({ ...place, name });
    ground.say(`${COURSES.length} courses with a question are left, resumed, failed and passed.`);
    for (const name of Object.keys(read)) {
      const steps = await readThrough({ ...place, name });
      ground.say(`${name}: read through in ${steps} steps and completed.`);
    }
  } finally {
    await browser.close();
    await system.close();
  }
}

/** The packages of a training by their locales. */
async function packagesOf(ground: Ground, text: TranslatedText): Promise<Record<string, Files>> {
  const training = await delivered(ground, text);
  for (const { locale, body } of text.translations) {
    const variant = await inTranslation(ground, { sourceId: training.id, locale });
    await publishVariant(ground, (await writeWhole(ground, variant, body)).item);
  }
  const packages: Record<string, Files> = {};
  for (const locale of [text.locale, ...text.translations.map((each) => each.locale)]) {
    const address = `/v1/published/${text.slug}/scorm?locale=${locale}`;
    const files = unzipSync(new Uint8Array(await download(ground.translator, address)));
    validateScorm(strFromU8(files['imsmanifest.xml']!));
    validateScorm(strFromU8(files['metadata.xml']!));
    packages[locale] = files;
  }
  return packages;
}

async function delivered({ crew }: Ground, text: TranslatedText): Promise<Item> {
  const { learning, sales, product, enablement } = crew;
  let item = await createItem(learning, {
    kind: 'training',
    type: 'course',
    ownerFunction: 'learning_and_development',
    goalId: crew.goalId,
    title: text.title,
    slug: text.slug,
    locale: text.locale,
    requiredLocales: text.translations.map(({ locale }) => locale),
  });
  const steps: [TestPerson, Parameters<typeof work>[2]][] = [
    [enablement, { activity: 'triage', event: 'accept' }],
    [learning, { activity: 'analyse_needs', event: 'submit' }],
    [learning, { activity: 'write_storyboard', event: 'submit', writes: text.current }],
    [sales, { activity: 'review_storyboard', event: 'approve' }],
    [learning, { activity: 'build_alpha', event: 'submit' }],
    [product, { activity: 'subject_matter_review', event: 'approve' }],
    [sales, { activity: 'field_review', event: 'approve' }],
    [learning, { activity: 'build_beta', event: 'submit' }],
    [sales, { activity: 'run_pilot', event: 'approve' }],
    [learning, { activity: 'release', event: 'deliver' }],
  ];
  for (const [person, step] of steps) item = await work(person, item, step);
  return item;
}
