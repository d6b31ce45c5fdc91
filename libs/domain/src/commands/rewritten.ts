import type { WrittenText } from '../command.js';
import { type Draft, draftOf } from '../draft.js';
import type { ItemState } from '../item-state.js';
import type { Moment } from '../moment.js';
import type { Process } from '../process-machine.js';
import { votesAfterEdit } from '../votes.js';
import { reopened, voidedFacts } from './voided.js';

/**
 * The item with another body: its next revision, whoever wrote it among its authors, the approvals of what changed void
 * and their tasks open again.
 */
export function rewritten(
  process: Process,
  item: ItemState,
  { digest, size, sections }: WrittenText,
  by: { writers: string[]; moment: Moment; said: Record<string, unknown> },
): Draft {
  const { writers, moment, said } = by;
  const number = (item.revision?.number ?? 0) + 1;
  const revision = { number, digest, size, sections };
  const authors = [...new Set([...item.context.authors, ...writers])];
  const { meta } = process.definition.states[item.stage]!;
  const { kept, voided } = votesLeft(item, { meta, after: revision, writers, moment });
  return draftOf(
    { ...item, revision, context: { ...item.context, authors, approvals: kept } },
    {
      opens: reopened(process, item, voided),
      facts: [
        { type: 'item.revised', data: { revision: number, digest, ...said } },
        ...voidedFacts(voided),
      ],
      voided,
    },
  );
}

/** An edit took no approval away before hand-offs were recorded; a trail from then has to lead where it led. */
function votesLeft(
  item: ItemState,
  edit: Parameters<typeof votesAfterEdit>[1] & { moment: Moment },
): ReturnType<typeof votesAfterEdit> {
  if (edit.moment.entryVersion === 1) return { kept: item.context.approvals, voided: [] };
  return votesAfterEdit(item, edit);
}
