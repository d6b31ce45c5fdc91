import type { Mark } from './inline-text.js';

/**
 * Variables of templates: `{{ name }}`, `{{< figure >}}`, `{% if … %}`, `${name}`; each within one line and 200 characters,
 * so that no text makes looking for them long.
 */
const VARIABLE = /\{\{[^{}\n]{1,200}\}\}|\{%[^%\n]{1,200}%\}|\$\{[^{}\n]{1,200}\}/u;
const HERE = new RegExp(VARIABLE, 'uy');
const ANYWHERE = new RegExp(VARIABLE, 'gu');

/** Where the variable ends that begins here, or -1 where none does. */
export function variableEnd(text: string, at: number): number {
  HERE.lastIndex = at;
  const [found] = HERE.exec(text) ?? [];
  return found === undefined ? -1 : at + found.length;
}

/** Marks for the variables in a stretch of a body. */
export function variableMarks(body: string, { from, to }: { from: number; to: number }): Mark[] {
  return Array.from(body.slice(from, to).matchAll(ANYWHERE), ({ 0: found, index }) => ({
    from: from + index,
    to: from + index + found.length,
    role: 'alone',
    type: 'variable',
  }));
}
