import type {
  Activity,
  NamedReference,
  ProcessDefinition,
  ProcessEventMeta,
  RaciFunction,
  StageMeta,
  WorkContext,
} from '../process-definition.js';

/** A rule or an action: its name alone, or with parameters. */
export type SourceReference = string | NamedReference;

export interface SourceTransition {
  target?: string;
  guard?: NamedReference;
  rules?: SourceReference[];
  actions?: SourceReference[];
}

export type SourceTransitions = string | SourceTransition | (string | SourceTransition)[];

export type SourceOn = Record<string, SourceTransitions>;

/** Functions of a RACI: one alone, or a list. */
export type SourceFunctions = RaciFunction | RaciFunction[];

export interface SourceActivity extends Omit<Activity, 'raci' | 'events'> {
  raci: {
    responsible: SourceFunctions;
    accountable?: SourceFunctions;
    consulted?: SourceFunctions;
    informed?: SourceFunctions;
  };
  events?: string[];
}

/** The transitions of a reviewing stage, in short. */
export interface SourceReview {
  to: string;
  returnTo: string[];
  also?: string[];
  afterwards: 'resume' | 'restart';
  onward?: Record<string, string>;
}

export interface SourceStage {
  type?: 'final';
  meta: Omit<StageMeta, 'activities'> & { activities?: SourceActivity[] };
  on?: SourceOn;
  review?: SourceReview;
}

/** A process as it may be written; what PROCESS_SCHEMA lets pass. */
export interface ProcessSource {
  id: string;
  initial?: string;
  context?: Partial<WorkContext>;
  meta: Omit<ProcessDefinition['meta'], 'events'> & {
    events?: Record<string, string | Partial<ProcessEventMeta>>;
  };
  states: Record<string, SourceStage>;
  on?: SourceOn;
}
