/** How enablement and a function work together. embedded: somebody of one sits with the other. */
export const AGREEMENT_MODES = ['meeting', 'async', 'embedded'] as const;
export type AgreementMode = (typeof AGREEMENT_MODES)[number];

/** How often. */
export const CADENCES = ['weekly', 'fortnightly', 'monthly', 'quarterly', 'on_demand'] as const;
export type Cadence = (typeof CADENCES)[number];

/** What enablement and one function agreed on: why they work together, how, how often and until when. */
export interface Agreement {
  function: string;
  purpose: string;
  mode: AgreementMode;
  cadence: Cadence;
  /** YYYY-MM-DD, the last day on which it holds without being renewed; null: until further notice */
  deadline: string | null;
}

/** Whether the agreement has to be renewed. `today` is YYYY-MM-DD in UTC. */
export function isDue({ deadline }: Pick<Agreement, 'deadline'>, today: string): boolean {
  return deadline !== null && deadline < today;
}
