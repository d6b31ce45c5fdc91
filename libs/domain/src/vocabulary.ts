/** The business functions a task can be offered to. A workspace's own may come later; the default processes use these. */
export const FUNCTIONS = [
  'enablement',
  'learning_and_development',
  'human_resources',
  'sales_operations',
  'legal',
  'sales_management',
  'executive_management',
  'product_management',
  'marketing',
  'customer_service_management',
  'event_management',
  'information_technology',
  'regional',
] as const;
export type BusinessFunction = (typeof FUNCTIONS)[number];

export const CONTENT_TYPES = [
  'pitch_deck',
  'one_pager',
  'case_study',
  'value_calculator',
  'proposal_module',
  'email_template',
  'demo_script',
  'white_paper',
  'video',
  'playbook',
  'battle_card',
  'guided_selling_script',
  'relationship_map',
  'objection_sheet',
  'persona',
  'pricing_guide',
  'launch_kit',
  'faq',
  'guideline',
  'messaging',
  'policy',
] as const;

export const TRAINING_TYPES = [
  'e_learning',
  'instructor_led',
  'virtual_instructor_led',
  'microlearning',
  'role_play',
  'assessment',
  'certification',
  'learning_path',
  'onboarding',
  'coaching_guide',
  'shadowing_guide',
  'lesson',
  'course',
] as const;

export const JOURNEY_STAGES = [
  'awareness',
  'consideration',
  'evaluation',
  'purchase',
  'implementation',
  'adoption',
  'all',
] as const;

/** What an item is: a source of content, a source of training, or one locale's variant of either. */
export const ITEM_KINDS = ['content', 'training', 'variant'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

export const PHASES = ['structure', 'generation', 'publishing', 'localization'] as const;
export type Phase = (typeof PHASES)[number];

/** offered → claimed → done | returned | expired | cancelled. */
export const TASK_STATUSES = [
  'offered',
  'claimed',
  'done',
  'returned',
  'expired',
  'cancelled',
] as const;
export type TaskStatus = (typeof TASK_STATUSES)[number];

/** Why a reviewer sends work back. One of these goes with every `request_changes`. */
export const REASON_CODES = [
  'inaccurate',
  'incomplete',
  'unclear',
  'off_brand',
  'legal_risk',
  'terminology',
  'formatting',
  'outdated',
  'other',
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];

/** What an edit does to the approvals of a review: voids those whose sections changed, voids all, or keeps them. */
export const ON_EDIT = ['changed_sections', 'all', 'keep'] as const;
export type OnEdit = (typeof ON_EDIT)[number];

/** How much an edit of a source changes, from the lightest to the gravest; variants are brought up to date after the last. */
export const CHANGE_CLASSES = ['typo', 'minor', 'substantive'] as const;
export type ChangeClass = (typeof CHANGE_CLASSES)[number];

/**
 * How a locale stands to its source. missing: nothing is out and nobody works on it. in_progress: nothing is out yet.
 * up_to_date: what is out is what the source says. out_of_date: it is not, be it in work or not.
 */
export const FRESHNESS = ['missing', 'in_progress', 'up_to_date', 'out_of_date'] as const;
export type Freshness = (typeof FRESHNESS)[number];

/** Why work stands still; orthogonal to its stage. */
export const BLOCKER_CATEGORIES = [
  'organization',
  'competing_objective',
  'budget',
  'skill',
  'tool_or_access',
] as const;
export type BlockerCategory = (typeof BLOCKER_CATEGORIES)[number];

/**
 * How items depend on each other. trains_on: training on content. derived_from: made out of another item.
 * prerequisite: training that comes before this training. replaces: newer, and in the place of the other. None of them
 * leads back to where it began.
 */
export const LINK_TYPES = ['trains_on', 'derived_from', 'prerequisite', 'replaces'] as const;
export type LinkType = (typeof LINK_TYPES)[number];

/** formal: as the process says. informal: an override or a reassignment. ad_hoc: past the process. */
export const FORMALITIES = ['formal', 'informal', 'ad_hoc'] as const;
export type Formality = (typeof FORMALITIES)[number];

/** What a hand-off can cross. */
export const BOUNDARIES = ['function', 'region', 'division'] as const;
export type Boundary = (typeof BOUNDARIES)[number];
