import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** The comment above each method of each controller, by the id of its operation. */
export function operationTextsIn(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.controller.ts'))
    .toSorted();
  const texts = files.flatMap((name) => textsOf(readFileSync(join(folder, name), 'utf8')));
  return Object.fromEntries(texts.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

function textsOf(source: string): [id: string, text: string][] {
  const file = ts.createSourceFile('controller.ts', source, ts.ScriptTarget.ES2023);
  return file.statements
    .filter(ts.isClassDeclaration)
    .filter(({ name }) => name?.text.endsWith('Controller') === true)
    .flatMap((controller) =>
      controller.members.filter(ts.isMethodDeclaration).flatMap((method) => {
        const text = commentAbove(source, method);
        if (text === null || !ts.isIdentifier(method.name)) return [];
        const name = controller.name!.text.replace(/Controller$/u, '').toLowerCase();
        return [[`${name}_${method.name.text}`, text] as [string, string]];
      }),
    );
}

function commentAbove(source: string, node: ts.Node): string | null {
  const comment = ts
    .getLeadingCommentRanges(source, node.pos)
    ?.map(({ pos, end }) => source.slice(pos, end))
    .findLast((each) => each.startsWith('/**'));
  if (comment === undefined) return null;
  return comment
    .replaceAll(/^\/\*\*|\*\/$/gu, '')
    .replaceAll(/^\s*\* ?/gmu, '')
    .trim()
    .replaceAll(/\s+/gu, ' ');
}
