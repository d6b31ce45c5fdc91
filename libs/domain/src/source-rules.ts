import { isSubstantive } from './change-class.js';
import type { Rule } from './rule.js';

/** What a process of variants may ask about the source and its changes. */
export const SOURCE_RULES = {
  change_is_substantive: {
    kind: 'input',
    asks: 'change',
    holds: ({ input }) => isSubstantive(input),
    explain: ({ input }) => `The source changed only by a ${input.change} change.`,
    remedy: () => 'Ask for an update of this locale, where it needs one.',
  },
  source_text_is_awaited: {
    kind: 'input',
    asks: 'sourceDigest',
    holds: ({ item: { context }, input }) =>
      context.awaitsSource === true && input.sourceDigest === context.newestSourceDigest,
    explain: ({ item: { context } }) =>
      context.awaitsSource === true
        ? 'Another text of the source was prepared for.'
        : 'It waits for no text of its source.',
    remedy: () => 'Publish the text of the source that it was prepared for.',
  },
  source_is_out: {
    kind: 'state',
    holds: ({ item }) => item.context.awaitsSource !== true,
    explain: () => 'The text of the source that it was prepared for is not out yet.',
    remedy: () => 'Publish the source first, or both at one moment by a release.',
  },
  not_out_of_date: {
    kind: 'state',
    holds: ({ item: { context } }) =>
      context.outOfDate === undefined || context.outOfDate.updating === true,
    explain: ({ item: { context } }) =>
      `It is out of date since ${context.outOfDate?.since}, and its update has not begun.`,
    remedy: () =>
      'Bring it up to its source, or let enablement publish it with an exception and a reason.',
  },
  text_is_as_published: {
    kind: 'state',
    holds: ({ item: { context, revision } }) =>
      context.publishedDigest !== null && revision?.digest === context.publishedDigest,
    explain: ({ item: { context } }) =>
      context.publishedDigest === null
        ? 'Nothing was published in this locale yet.'
        : 'Its text was changed since it was published.',
    remedy: () => 'Bring it up to its source.',
  },
  outdated_by_content: {
    kind: 'state',
    holds: ({ item: { context } }) => context.outOfDate?.because === 'content',
    explain: () => 'It is not out of date because of what its source trains on.',
    remedy: () => 'Bring it up to its source.',
  },
} as const satisfies Record<string, Rule>;
