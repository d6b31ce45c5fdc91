import { checkUrl, type UrlRules } from '#webhooks';
import { notValid } from '../http/problem.js';

/** Refuses an address that nothing would be sent to. The connection itself is looked at again, whatever this says. */
export function requireAddress(url: string, rules: UrlRules): void {
  const problems = checkUrl(url, rules);
  if (problems.length === 0) return;
  throw notValid(problems.map((detail) => ({ pointer: '/url', code: 'address_refused', detail })));
}
