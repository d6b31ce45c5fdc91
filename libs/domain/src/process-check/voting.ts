import type { Activity, ProcessDefinition, TransitionDefinition } from '../process-definition.js';
import { transitionsFor } from '../process-machine.js';
import { type Edge, maximumFlow } from './flow.js';
import { activitiesListing, countsFunctions, quorumOf, sendersByName } from './places.js';

/** One vote that can be given in a stage: a task of one activity, held in one of its functions. */
export interface Voter {
  key: string;
  functions: readonly string[];
}

/** Who may send an event in a stage: the activities that list it, or else each function that the process names. */
function votersFor(definition: ProcessDefinition, stage: string, event: string): Voter[] {
  const activities = activitiesListing(definition, stage, event);
  if (activities.length > 0) {
    return activities.map(({ key, raci }) => ({ key, functions: raci.responsible }));
  }
  return sendersByName(definition, event)
    .filter((name) => name !== 'line')
    .map((name) => ({ key: name, functions: [name] }));
}

/** What it takes to leave a stage by votes. */
export interface Vote {
  stage: string;
  event: string;
  transitions: TransitionDefinition[];
  voters: Voter[];
  /** the most votes that one of its transitions counts to, or null where it counts none */
  quorum: number | null;
  /** votes count once for each function, not only for each activity */
  byFunction: boolean;
}

function voteOn(definition: ProcessDefinition, stage: string, event: string): Vote {
  const transitions = transitionsFor(definition, stage, event);
  const counted = transitions.map((one) => quorumOf(one)).filter((count) => count !== null);
  return {
    stage,
    event,
    transitions,
    voters: votersFor(definition, stage, event),
    quorum: counted.length === 0 ? null : Math.max(...counted),
    byFunction: transitions.some((one) => countsFunctions(one)),
  };
}

/** From each voter through its functions, each counted once where votes count by function. */
export function edgesToFunctions(
  voters: readonly Voter[],
  byFunction: boolean,
): { edges: Edge[]; functions: string[] } {
  const functions = [...new Set(voters.flatMap((voter) => voter.functions))];
  const capacity = byFunction ? 1 : voters.length;
  return {
    functions,
    edges: [
      ...voters.map(({ key }) => ({ from: 'source', to: `voter ${key}`, capacity: 1 })),
      ...voters.flatMap((voter) =>
        voter.functions.map((name) => ({
          from: `voter ${voter.key}`,
          to: `function ${name}`,
          capacity: 1,
        })),
      ),
      ...functions.map((name) => ({ from: `function ${name}`, to: `counted ${name}`, capacity })),
    ],
  };
}

/** The votes of a process, and how many of each can count; the same vote is worked out once. */
export interface Voting {
  voteOn: (stage: string, event: string) => Vote;
  mostVotes: (vote: Vote) => MostVotes;
}

export function votingIn(definition: ProcessDefinition): Voting {
  const known = new Map<string, MostVotes>();
  return {
    voteOn: (stage, event) => voteOn(definition, stage, event),
    mostVotes: (vote) => {
      const key = JSON.stringify([vote.byFunction, vote.voters]);
      const most = known.get(key) ?? mostVotes(vote);
      known.set(key, most);
      return most;
    },
  };
}

export interface MostVotes {
  count: number;
  /** the function in which each voter votes to make so many count */
  functionOf: Map<string, string>;
}

/** How many votes can count at all, whoever works here. */
export function mostVotes({ voters, byFunction }: Pick<Vote, 'voters' | 'byFunction'>): {
  count: number;
  functionOf: Map<string, string>;
} {
  const { edges, functions } = edgesToFunctions(voters, byFunction);
  const ends = functions.map((name) => ({
    from: `counted ${name}`,
    to: 'sink',
    capacity: voters.length,
  }));
  const { value, carrying } = maximumFlow([...edges, ...ends]);
  const functionOf = new Map(
    carrying
      .filter(({ from }) => from.startsWith('voter '))
      .map(({ from, to }) => [from.slice('voter '.length), to.slice('function '.length)]),
  );
  return { count: value, functionOf };
}

/** The function in which an activity votes: that which makes most votes count, or its first. */
export function votingFunction(functionOf: Map<string, string>, { key, raci }: Activity): string {
  return functionOf.get(key) ?? raci.responsible[0] ?? 'nobody';
}
