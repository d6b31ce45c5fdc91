import { unzipSync } from 'fflate';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { scormPackage } from '#publishing';
import { openChromium } from './chromium.js';
import {
  answer,
  complaintsOf,
  enter,
  entered,
  expectTold,
  focused,
  progressOf,
} from './course-visit.js';
import { type LearningSystem, openLearningSystem } from './learning-system.js';
import { COURSES, READING } from './scorm-courses.js';

const UNZIP = '/usr/bin/unzip';
const DURATION = /^\d{4}:\d{2}:\d{2}\.\d{2}$/u;

type Say = (sentence: string) => void;

/**
 * Takes courses in a browser: with a learning system, from right to left, in Japanese, after a reload, by keyboard, and
 * from a folder without a learning system. Throws at the first thing that does not hold; gives the folder of pictures.
 */
export async function proveScorm(say: Say): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'baton-scorm-'));
  const packages = [...COURSES, READING].map(
    (each) => [each.name, unzipped(scormPackage(each), join(folder, `${each.name}.zip`))] as const,
  );
  const courses: Record<string, Record<string, Uint8Array>> = Object.fromEntries(packages);
  const system = await openLearningSystem(courses);
  const browser = await openChromium();
  try {
    for (const { name } of COURSES) {
      await proveCourse({ browser, system, folder, name });
      say(`${name}: taken, resumed and passed.`);
    }
    await proveReading({ browser, system, folder, name: READING.name });
    say('A course that asks nothing is completed by reading it.');
    await proveKeyboard({ browser, system, folder, name: READING.name });
    say('The keyboard is enough.');
    await proveAlone({ browser, folder, files: courses.english! });
    say('Without a learning system it can be read.');
  } finally {
    await browser.close();
    await system.close();
  }
  return folder;
}

/** The files of a package, which another program than ours has to find whole too, where there is one. */
function unzipped(zip: Uint8Array, path: string): Record<string, Uint8Array> {
  writeFileSync(path, zip);
  if (existsSync(UNZIP)) execFileSync(UNZIP, ['-tq', path]);
  return unzipSync(zip);
}

/** A course in a learning system, and a folder for pictures of it. */
export interface Place {
  browser: Browser;
  system: LearningSystem;
  folder: string;
  name: string;
}

/** Takes a course of four steps and one question, leaves, comes back, fails and passes. */
export async function proveCourse({ browser, system, folder, name }: Place): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 900, height: 760 }, locale: 'en' });
  let visit = await enter(await context.newPage(), system, name);
  const { page } = visit;
  const picture = (what: string) => page.screenshot({ path: join(folder, `${name}-${what}.png`) });
  await expectTold(visit, { lesson_status: 'incomplete', lesson_location: '1', 'score.raw': '' });
  await picture('1');
  await visit.course.locator('#next').click();
  await picture('2');
  await visit.course.locator('#previous').click();
  await visit.course.locator('main a[href^="#"]').first().click();
  await expectTold(visit, { lesson_status: 'incomplete', lesson_location: '3' });
  assert.equal(await focused(visit), 'section-3');
  await picture('3');
  // The page goes and comes back: the session ends, and the course goes on where it was.
  await page.reload();
  assert.deepEqual(visit.complaints, []);
  visit = await entered(page, visit.complaints);
  assert.equal(await page.evaluate(`localStorage.getItem('${name}/ended')`), 'yes');
  assert.equal(await visit.course.locator('section:visible').getAttribute('id'), 'section-3');
  assert.equal(await visit.course.locator('progress').getAttribute('max'), '4');
  assert.equal(await progressOf(visit), 3);
  await visit.course.locator('#next').click();
  await expectTold(visit, { lesson_status: 'incomplete', 'score.raw': '' });
  await answer(visit, 0);
  await expectTold(visit, { lesson_status: 'failed', 'score.raw': '0' });
  await answer(visit, 1);
  await expectTold(visit, { lesson_status: 'passed', 'score.raw': '100', 'score.max': '100' });
  assert.match(await page.evaluate<string>('sessionTime'), DURATION);
  await visit.course.locator('#finished').waitFor({ state: 'visible' });
  await picture('4');
  await page.setViewportSize({ width: 390, height: 780 });
  await picture('narrow');
  assert.equal(await visit.course.locator('html').evaluate(() => 'hacked' in globalThis), false);
  assert.deepEqual(visit.complaints, []);
  await context.close();
}

async function proveReading({ browser, system, name }: Place): Promise<void> {
  const context = await browser.newContext();
  const visit = await enter(await context.newPage(), system, name);
  for (const score of ['33', '67', '100']) {
    const status = score === '100' ? 'completed' : 'incomplete';
    await expectTold(visit, { lesson_status: status, 'score.raw': score });
    if (score !== '100') await visit.course.locator('#next').click();
  }
  assert.deepEqual(visit.complaints, []);
  await context.close();
}

async function proveKeyboard({ browser, system, name }: Place): Promise<void> {
  const context = await browser.newContext();
  const visit = await enter(await context.newPage(), system, name);
  await visit.course.locator('#next').focus();
  await visit.page.keyboard.press('Enter');
  assert.equal(await focused(visit), 'section-2');
  await visit.page.keyboard.press('Tab');
  assert.equal(await focused(visit), 'previous');
  await visit.page.keyboard.press('Tab');
  await visit.page.keyboard.press('Space');
  assert.equal(await focused(visit), 'section-3');
  await expectTold(visit, { lesson_status: 'completed' });
  await context.close();
}

interface Alone {
  browser: Browser;
  folder: string;
  files: Record<string, Uint8Array>;
}

async function proveAlone({ browser, folder, files }: Alone): Promise<void> {
  const place = join(folder, 'alone');
  mkdirSync(place);
  for (const [path, bytes] of Object.entries(files)) writeFileSync(join(place, path), bytes);
  const page = await browser.newPage({
    colorScheme: 'dark',
    viewport: { width: 900, height: 760 },
  });
  const complaints = complaintsOf(page);
  await page.goto(pathToFileURL(join(place, 'index.html')).href);
  await page.locator('#no-system').waitFor({ state: 'visible' });
  await page.locator('#next').click();
  await page.locator('#section-2').waitFor({ state: 'visible' });
  await page.screenshot({ path: join(folder, 'alone-dark.png') });
  assert.deepEqual(complaints, []);
  await page.close();
}
