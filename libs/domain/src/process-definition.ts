import type { BusinessFunction, ChangeClass, ItemKind, OnEdit, Phase } from './vocabulary.js';

/** A function named in a RACI; `owner` stands for the item's own owner function. */
export type RaciFunction = BusinessFunction | 'owner';

/** A point that the receiver of a baton confirms when they accept it. */
export interface ChecklistPoint {
  /** snake_case, unique within its checklist */
  key: string;
  label: string;
}

/** Work that a stage asks of a function. While the stage lasts, it is one open task. */
export interface Activity {
  /** snake_case, unique within its stage */
  key: string;
  label: string;
  raci: {
    /** may claim the task and act */
    responsible: RaciFunction[];
    /** answers for the outcome and signs it; exactly one, though a draft may hold a list or none: see `checkProcess` */
    accountable: RaciFunction;
    /** asked when the stage begins, where `consultWithinHours` says for how long; their silence is no objection */
    consulted?: RaciFunction[];
    /** told when an event is sent in this activity */
    informed?: RaciFunction[];
  };
  /** the events that the holder of this task may send */
  events: string[];
  /** true: the holder of this task may write revisions of the body */
  edits?: boolean;
  /** the sections that an approval in this activity covers, by their keys; a key covers what stands below it. Left out: all */
  sections?: string[];
  /** confirmed point by point by whoever accepts the baton */
  checklist?: ChecklistPoint[];
  /** hours by the clock, > 0: a baton offered and not accepted by then is dropped */
  acceptWithinHours?: number;
  /** hours by the clock, > 0, that the consulted have for an answer; left out, nobody is asked */
  consultWithinHours?: number;
  deadline?: {
    /** counted in working hours from the opening of the task, > 0 */
    workingHours: number;
    onTimeout: 'remind' | 'escalate';
  };
}

export interface StageMeta {
  label: string;
  phase: Phase;
  /** relay: one activity after another; team: several at once, counted against `quorum` */
  mode: 'relay' | 'team';
  activities: Activity[];
  /** team mode: how many distinct functions must approve before the stage is left */
  quorum?: number;
  /** what an edit of the body does to the approvals given; `changed_sections` where it is left out */
  onEdit?: OnEdit;
  /** the fact announced when an item enters this stage, for instance `item.published` */
  announces?: string;
}

/** A guard or an action by name; nothing executable is ever stored. */
export interface NamedReference {
  type: string;
  params?: Record<string, unknown>;
}

export interface TransitionDefinition {
  target?: string;
  guard?: NamedReference;
  actions?: NamedReference[];
}

export interface StageDefinition {
  type?: 'final';
  meta: StageMeta;
  on?: Record<string, TransitionDefinition[]>;
}

/** An event that belongs to no activity: who may send it, by function (`line`: only Baton itself). */
export interface ProcessEventMeta {
  label: string;
  by?: (RaciFunction | 'line')[];
  /** true: of regional people only those whose memberships cover the item's locale; left out: all of them */
  ofLocale?: boolean;
}

/** An XState machine as data, with its roles and deadlines in `meta`. Immutable and named by its digest. */
export interface ProcessDefinition {
  id: string;
  initial: string;
  context: WorkContext;
  meta: {
    label: string;
    kind: ItemKind;
    /** regions in which each responsible function has to be staffed, ISO 3166-1 alpha-2 */
    regions?: string[];
    /** a label for every event of the process; `by` for those that no activity lists */
    events: Record<string, ProcessEventMeta>;
  };
  states: Record<string, StageDefinition>;
  /** events possible in every stage that is not final; targets are written `.stage` */
  on?: Record<string, TransitionDefinition[]>;
}

/** An approval by one activity of a team-mode stage, bound to the body that was seen and to its sections. */
export interface Approval {
  activity: string;
  actorId: string;
  digest: string | null;
  /** the stage it was given in, and when the item had come there: it counts in that visit only */
  stage?: string;
  since?: string | null;
  /** the function that it counts for */
  function?: string;
  /** the absent person in whose place it was given */
  onBehalfOf?: string | null;
  /** the digests of the sections that it covers, by their keys */
  sections?: Record<string, string>;
}

/** Why and since when what is out in a locale is not what its source says. */
export interface OutOfDate {
  /** ISO 8601 UTC; the first time, where it became so again before it was brought up to date */
  since: string;
  /** of the text that made it so: of its source, or of the content that its source trains on */
  digest: string | null;
  /** source: it says something new. content: what it trains on does. request: somebody asked for an update */
  because: 'source' | 'content' | 'request';
  /** the update has begun, so what is being worked on is pinned to the newest source */
  updating?: true;
}

/** What a process remembers beside its stage; XState context, stored with the item. */
export interface WorkContext {
  /** approvals given in the present review */
  approvals: Approval[];
  /** people who wrote any part since the item was last published; none of them may approve */
  authors: string[];
  /** how often changes were requested */
  rounds: number;
  /** how often work came back to each stage, which is where its cause lay; absent before the first time */
  rework?: Record<string, number>;
  /** the stage that requested changes and where the work resumes, or null */
  resumeAt: string | null;
  /** the moment that `schedule` named, ISO 8601 UTC, or null */
  publishAt: string | null;
  /** the digest of the body as last published or delivered, or null before that */
  publishedDigest: string | null;
  /** variants: the digest of the source as last published, or null before that */
  newestSourceDigest: string | null;
  /** sources: the gravest class of the edits since the last publication; absent where none of them was classed */
  change?: ChangeClass;
  /** variants: absent where what is out is what the source says, or nothing is out */
  outOfDate?: OutOfDate | undefined;
  /** variants: the last minor change of the source that its text does not have */
  lighterChange?: { class: 'minor'; digest: string | null } | undefined;
  /** variants: how it came to be published past its review; absent after an ordinary publication */
  exception?: { by: string; at: string | null; reasonCode?: string } | undefined;
  /** variants: it is prepared for a text of its source that is not out yet */
  awaitsSource?: true | undefined;
}

export const EMPTY_CONTEXT: WorkContext = {
  approvals: [],
  authors: [],
  rounds: 0,
  resumeAt: null,
  publishAt: null,
  publishedDigest: null,
  newestSourceDigest: null,
};
