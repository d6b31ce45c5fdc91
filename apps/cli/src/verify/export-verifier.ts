import { readExportLine } from './export-line.js';
import { ItemVerifier } from './item-verifier.js';
import { LogVerifier } from './log-verifier.js';
import { type Brought, NOTHING_BROUGHT } from './log.js';

/** Takes the lines of an export one by one: every item by itself, and the tree of all their entries. */
export class ExportVerifier {
  private readonly items = new ItemVerifier();
  private readonly log: LogVerifier;

  constructor(brought: Brought = NOTHING_BROUGHT) {
    this.log = new LogVerifier(brought);
  }

  /** A sentence for each thing that a line brings to light and that does not hold. */
  take(text: string): string[] {
    const line = readExportLine(text);
    return [this.items.take(line), this.log.take(line)].filter((fault) => fault !== null);
  }

  /** What comes of all lines together; `log` is null for an export from before there was a tree. */
  finish() {
    return { ...this.items.finish(), log: this.log.finish() };
  }
}
