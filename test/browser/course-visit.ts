import assert from 'node:assert/strict';
import type { FrameLocator, Page } from 'playwright-core';
import type { LearningSystem } from './learning-system.js';

/** A course that is open in a learning system. */
export interface Visit {
  page: Page;
  course: FrameLocator;
  /** what the learning system was told */
  told(element: string): Promise<string>;
  /** what the browser complained about so far */
  complaints: string[];
}

export async function enter(page: Page, system: LearningSystem, name: string): Promise<Visit> {
  const complaints = complaintsOf(page);
  await page.goto(`${system.url}/?course=${name}`);
  return entered(page, complaints);
}

export async function entered(page: Page, complaints: string[]): Promise<Visit> {
  const course = page.frameLocator('iframe');
  await course.locator('section:visible').waitFor();
  // Not by LMSGetValue, which keeps to itself what only the learning system reads.
  const told = (element: string) => page.evaluate<string>(`API.renderCMIToJSONObject().${element}`);
  return { page, course, told, complaints };
}

/** Errors, warnings and breaches of the policy, which a browser reports in its console. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
  });
  return complaints;
}

export async function expectTold(
  visit: Visit,
  core: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [element, value] of Object.entries(core)) {
    assert.equal(await visit.told(`cmi.core.${element}`), value, `cmi.core.${element}`);
  }
}

export async function answer(visit: Visit, index: number): Promise<void> {
  await visit.course.locator('section:visible input').nth(index).check();
  await visit.course.locator('section:visible fieldset button').click();
}

export async function focused({ course }: Visit): Promise<string> {
  return course
    .locator('body')
    .evaluate(({ ownerDocument }) => ownerDocument.activeElement?.id ?? '');
}

export async function progressOf({ course }: Visit): Promise<number> {
  return course.locator('progress').evaluate((bar) => (bar as unknown as { value: number }).value);
}
