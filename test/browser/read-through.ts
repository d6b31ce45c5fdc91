import assert from 'node:assert/strict';
import { enter, expectTold } from './course-visit.js';
import type { Place } from './scorm-proof.js';

/** What a course that is read offline says of images that stand elsewhere. */
const NO_NETWORK = /net::ERR_|^404 |status of 404/u;

/** Reads a course that asks nothing from its first step to its last; gives the number of steps. */
export async function readThrough({ browser, system, name }: Place): Promise<number> {
  const context = await browser.newContext();
  const visit = await enter(await context.newPage(), system, name);
  const steps = Number(await visit.course.locator('progress').getAttribute('max'));
  for (let step = 1; step < steps; step += 1) {
    await expectTold(visit, { lesson_status: 'incomplete', lesson_location: String(step) });
    await visit.course.locator('#next').click();
  }
  await expectTold(visit, { lesson_status: 'completed', 'score.raw': '100' });
  const complaints = visit.complaints.filter((each) => !NO_NETWORK.test(each));
  assert.deepEqual(complaints, [], `complaints of the browser about ${name}`);
  await context.close();
  return steps;
}
