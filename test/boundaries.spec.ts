import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Each direction of the house, and a file that breaks it. */
const BREAKS: [rule: string, file: string, source: string][] = [
  ['domain-imports-only-its-own', 'libs/domain/src/broken.ts', "import 'node:fs';"],
  ['domain-imports-only-its-own', 'libs/domain/src/broken.ts', "import 'pg';"],
  ['domain-imports-only-its-own', 'libs/domain/src/broken.ts', "import '#engine';"],
  ['localization-imports-only-its-own', 'libs/localization/src/broken.ts', "import '#engine';"],
  ['webhooks-imports-only-its-own', 'libs/webhooks/src/broken.ts', "import 'pg';"],
  ['attachments-imports-only-its-own', 'libs/attachments/src/broken.ts', "import '#domain';"],
  ['publishing-imports-only-its-own', 'libs/publishing/src/broken.ts', "import '#domain';"],
  ['publishing-imports-only-its-own', 'libs/publishing/src/broken.ts', "import 'node:fs';"],
  ['telemetry-imports-only-its-own', 'libs/telemetry/src/broken.ts', "import '#domain';"],
  ['client-imports-only-its-own', 'libs/client/src/broken.ts', "import '#domain';"],
  ['engine-stands-on-domain', 'libs/engine/src/broken.ts', "import '#webhooks';"],
  ['engine-stands-on-domain', 'libs/engine/src/broken.ts', "import '#attachments';"],
  ['engine-stands-on-domain', 'libs/engine/src/broken.ts', "import '#telemetry';"],
  [
    'libs-never-import-apps',
    'libs/engine/src/broken.ts',
    "import '../../../apps/api/src/index.js';",
  ],
  [
    'libs-by-their-front-door',
    'apps/api/src/broken.ts',
    "import '../../../libs/domain/src/decide.js';",
  ],
  ['libs-by-their-front-door', 'libs/engine/src/broken.ts', "import '../../domain/src/decide.js';"],
  ['apps-stand-alone', 'apps/worker/src/broken.ts', "import '../../api/src/index.js';"],
  ['api-knows-no-queue', 'apps/api/src/broken.ts', "import 'bullmq';"],
  ['cli-knows-no-tables', 'apps/cli/src/broken.ts', "import '#engine';"],
  ['cli-knows-no-tables', 'apps/cli/src/broken.ts', "import 'typeorm';"],
  ['production-knows-no-test', 'apps/api/src/broken.ts', "import '../../../test/line.js';"],
  [
    'no-cycles',
    'libs/domain/src/broken.ts',
    "import { one } from './SELF.js';\nexport const two = one;",
  ],
  ['no-unresolvable', 'libs/domain/src/broken.ts', "import './nowhere.js';"],
];

let copy: string;
let violations: { from: string; rule: { name: string } }[];

/** Where the break of that number stands in the copy. */
const placeOf = (index: number) => BREAKS[index]![1].replace('broken', `broken-${index}`);

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'baton-boundaries-'));
  for (const name of [
    'apps',
    'libs',
    'migrations',
    'test',
    'package.json',
    'tsconfig.json',
    '.dependency-cruiser.mjs',
  ]) {
    cpSync(join(process.cwd(), name), join(copy, name), { recursive: true });
  }
  symlinkSync(join(process.cwd(), 'node_modules'), join(copy, 'node_modules'));
  for (const [index, [, , source]] of BREAKS.entries()) {
    writeFileSync(join(copy, placeOf(index)), `${source.replaceAll('SELF', `broken-${index}`)}\n`);
  }
  violations = cruise();
}, 120_000);

afterAll(() => rmSync(copy, { recursive: true, force: true }));

function cruise(): typeof violations {
  const program = join(process.cwd(), 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const parameters = ['--config', '.dependency-cruiser.mjs', '--output-type', 'json'];
  const output = execFileSync(
    process.execPath,
    [program, ...parameters, 'apps', 'libs', 'migrations', 'test'],
    { cwd: copy, maxBuffer: 1e9 },
  );
  return (JSON.parse(output.toString()) as { summary: { violations: typeof violations } }).summary
    .violations;
}

describe('the directions of the house', () => {
  it('hold wherever they are not broken on purpose', () => {
    expect(violations.filter(({ from }) => !from.includes('/broken-'))).toEqual([]);
  });

  it.each(BREAKS.map(([rule, file, source], index) => ({ rule, file, source, index })))(
    '$rule is caught in $file with $source',
    ({ rule, index }) => {
      const caught = violations.filter(({ from }) => from === placeOf(index));
      expect(caught.map((violation) => violation.rule.name)).toContain(rule);
    },
  );
});
