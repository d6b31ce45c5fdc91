import { type Say, filesOfPackage, printedBy } from './program.js';

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
units = [unit for unit in factory.getobject(sys.argv[1]).units if not unit.isheader()]
print(json.dumps([{
    'id': unit.getid(), 'source': str(unit.source), 'target': unit.target and str(unit.target),
    'isFuzzy': unit.isfuzzy(), 'isTranslated': unit.istranslated(),
} for unit in units]))
`;

/** Debian's own interpreter, which sees its packages whatever else is in the path. */
const PYTHON = '/usr/bin/python3';

/** The units of a file of XLIFF 1.2, PO or TMX, or null where translate-toolkit is not installed. */
export async function readWithTranslateToolkit(
  file: string,
  say: Say,
): Promise<ToolkitUnit[] | null> {
  if ((await filesOfPackage('translate-toolkit', say)) === null) return null;
  return JSON.parse(await printedBy(PYTHON, '-c', SCRIPT, file)) as ToolkitUnit[];
}

/** Whether msgfmt takes a PO file as it is, or null where gettext is not installed. */
export async function checkWithMsgfmt(file: string, say: Say): Promise<true | null> {
  if ((await filesOfPackage('gettext', say)) === null) return null;
  await printedBy('msgfmt', '--check', '--output-file=/dev/null', file);
  return true;
}
