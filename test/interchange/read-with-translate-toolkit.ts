import { filesOfPackage, printedBy, type Teller } from './program.js';

/** A unit as translate-toolkit sees it. */
export interface ToolkitUnit {
  id: string;
  source: string;
  target: string | null;
  isFuzzy: boolean;
  isTranslated: boolean;
}

const SCRIPT = `
import json, sys
from translate.storage import factory
print(json.dumps([[{
    'id': unit.getid(), 'source': str(unit.source), 'target': unit.target and str(unit.target),
    'isFuzzy': unit.isfuzzy(), 'isTranslated': unit.istranslated(),
} for unit in factory.getobject(file).units if not unit.isheader()] for file in sys.argv[1:]]))
`;

/** Debian's own interpreter, which sees its packages whatever else is in the path. */
const PYTHON = '/usr/bin/python3';

/** The units of each file of XLIFF 1.2, PO or TMX, or null where translate-toolkit is not installed. */
export async function readWithTranslateToolkit(
  files: string[],
  teller: Teller,
): Promise<ToolkitUnit[][] | null> {
  if ((await filesOfPackage('translate-toolkit', teller)) === null) return null;
  return JSON.parse(await printedBy(PYTHON, '-c', SCRIPT, ...files)) as ToolkitUnit[][];
}

/** Whether msgfmt takes a PO file as it is, or null where gettext is not installed. */
export async function checkWithMsgfmt(file: string, teller: Teller): Promise<true | null> {
  if ((await filesOfPackage('gettext', teller)) === null) return null;
  await printedBy('msgfmt', '--check', '--output-file=/dev/null', file);
  return true;
}
