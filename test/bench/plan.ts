import { FEED_PLANS, type FeedPlan } from './feed-speed.js';
import { LOCALIZATION_PLANS, type LocalizationPlan } from './localization-plan.js';
import { WEBHOOKS_PLANS, type WebhooksPlan } from './webhooks-plan.js';

/** Connections at which everything is measured. */
export const CONNECTIONS = [1, 32] as const;

/** How long a benchmark takes, and how sure of it one may be. */
export interface Plan {
  rounds: number;
  /** of each round, for HTTP and for the plain SQL that it is held against */
  seconds: number;
  /** of each round, for the ways that are there to explain the difference */
  referenceSeconds: number;
  /**
   * Transitions over HTTP before anything is measured, and how long they may take: the engine that runs JavaScript
   * needs thousands of them until it has compiled what they pass through.
   */
  warmUpDrafts: number;
  warmUpSeconds: number;
  /** items to begin with: of the engine's, and of those that are written in plain SQL */
  drafts: number;
  plain: number;
  /** of a round of all ways, from which it is guessed how many more items there have to be; null: no more */
  trialSeconds: number | null;
  /** items seeded for the measured rounds at most; a round ends early where they run out */
  draftsAtMost: number;
  /** of the comparison of events in bulk with single ones */
  bulkRounds: number;
  /** bulks of each of these rounds, at least 2: the first is not measured */
  bulkCalls: number;
  /** rounds of the check of a large process */
  checkRounds: number;
  /** of the migration of so many items there and back */
  migrationRounds: number;
  migratedItems: number;
  /** of the load without a migration, beside which the one during it is held */
  migrationLoadSeconds: number;
  /** segments in the translation memory, rounds of looking up in it, and look-ups of each */
  memorySegments: number;
  memoryRounds: number;
  memoryLookUps: number;
  /** texts whose matches are held against those that comparing with every segment finds */
  memoryJudged: number;
  /** sequential transitions whose round trips are counted */
  roundTripTransitions: number;
  /** until the memory after the load is looked at */
  calmSeconds: number;
  /** items whose trails are replayed at the end */
  replayed: number;
  localization: LocalizationPlan;
  feed: FeedPlan;
  webhooks: WebhooksPlan;
}

export const PLANS: Record<'full' | 'short', Plan> = {
  full: {
    rounds: 5,
    seconds: 3,
    referenceSeconds: 1.5,
    warmUpDrafts: 6_000,
    warmUpSeconds: 20,
    drafts: 3_000,
    plain: 30_000,
    trialSeconds: 1,
    draftsAtMost: 60_000,
    bulkRounds: 5,
    bulkCalls: 5,
    checkRounds: 20,
    migrationRounds: 3,
    migratedItems: 10_000,
    migrationLoadSeconds: 5,
    memorySegments: 1_000_000,
    memoryRounds: 5,
    memoryLookUps: 300,
    memoryJudged: 100,
    roundTripTransitions: 100,
    calmSeconds: 10,
    replayed: 300,
    localization: LOCALIZATION_PLANS.full,
    feed: FEED_PLANS.full,
    webhooks: WEBHOOKS_PLANS.full,
  },
  short: {
    rounds: 1,
    seconds: 1,
    referenceSeconds: 0.3,
    warmUpDrafts: 500,
    warmUpSeconds: 1,
    drafts: 2_000,
    plain: 20_000,
    trialSeconds: null,
    draftsAtMost: 2_000,
    bulkRounds: 1,
    bulkCalls: 3,
    checkRounds: 3,
    migrationRounds: 1,
    migratedItems: 500,
    migrationLoadSeconds: 1,
    memorySegments: 20_000,
    memoryRounds: 1,
    memoryLookUps: 60,
    memoryJudged: 60,
    roundTripTransitions: 50,
    calmSeconds: 1,
    replayed: 100,
    localization: LOCALIZATION_PLANS.short,
    feed: FEED_PLANS.short,
    webhooks: WEBHOOKS_PLANS.short,
  },
};
