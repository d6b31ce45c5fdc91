import { pointerTo } from '../json-pointer.js';
import { type Checked, type Finding, findingAt, type StaffMember } from './finding.js';
import { maximumFlow } from './flow.js';
import { activitiesOf, hasRule, listed } from './places.js';
import { ownMemberships, worksFor } from './staffing.js';
import { edgesToFunctions, type Vote } from './voting.js';

/** Stages that cannot be left because too few people are there to write and to approve. One finding a stage. */
export function dutiesNotSeparable(checked: Checked): Finding[] {
  const { definition, voting } = checked;
  const known = new Map<string, Conflict | null>();
  const conflictOf = (vote: Vote): Conflict | null => {
    const asked = [vote.voters, vote.quorum, vote.byFunction, isOnce(vote), isByOthers(vote)];
    const key = JSON.stringify(asked);
    if (!known.has(key)) known.set(key, conflictIn(checked, vote));
    return known.get(key) ?? null;
  };
  return Object.entries(definition.states).flatMap(([stage, { on = {} }]) => {
    const found = Object.keys(on)
      .map((event) => voting.voteOn(stage, event))
      .find((vote) => conflictOf(vote) !== null);
    if (found === undefined) return [];
    return [
      findingAt(checked, {
        code: 'duties_cannot_be_separated',
        sentence: inWords(found, conflictOf(found)!),
        pointer: pointerTo('states', stage, 'on', found.event),
        stage,
      }),
    ];
  });
}

/** Nobody counts twice. */
function isOnce({ transitions }: Vote): boolean {
  return transitions.some((one) => hasRule(one, 'approves_once'));
}

/** Whoever wrote does not count. */
function isByOthers({ transitions }: Vote): boolean {
  return transitions.some((one) => hasRule(one, 'author_is_not_approver'));
}

/** Who would have to be two people; `writers` where they are all those who can write. */
interface Conflict {
  people: StaffMember[];
  writers: boolean;
}

/** Null where it can be kept, or where what is missing is not people: then another check says so. */
function conflictIn(checked: Checked, vote: Vote): Conflict | null {
  if (!isOnce(vote) && !isByOthers(vote)) return null;
  if (checked.voting.mostVotes(vote).count < (vote.quorum ?? 1)) return null;
  let last: Conflict | null = null;
  for (const owner of possibleOwners(checked)) {
    last = conflictUnder(checked, vote, owner);
    if (last === null) return null;
  }
  return last;
}

/** The functions that could own an item; what works for one of them works. */
function possibleOwners({ staff }: Checked): string[] {
  const staffed = staff.flatMap((person) => ownMemberships(person).map((own) => own.function));
  return staffed.length === 0 ? ['owner'] : [...new Set(staffed)];
}

function conflictUnder(checked: Checked, vote: Vote, owner: string): Conflict | null {
  const { staff } = checked;
  const asked = { ...vote, voters: resolved(vote.voters, owner) };
  const all = approvalsBy(asked, staff);
  if (all.count < (vote.quorum ?? 1)) {
    return all.inTheWay.length === 0 ? null : { people: all.inTheWay, writers: false };
  }
  if (!isByOthers(vote)) return null;
  const writers = writersAmong(checked, owner);
  const possible = writers.some((writer) => {
    const others = staff.filter(({ personId }) => personId !== writer.personId);
    return approvalsBy(asked, others).count >= (vote.quorum ?? 1);
  });
  return possible || writers.length === 0 ? null : { people: writers, writers: true };
}

function resolved(voters: Vote['voters'], owner: string): Vote['voters'] {
  return voters.map(({ key, functions }) => ({
    key,
    functions: [...new Set(functions.map((name) => (name === 'owner' ? owner : name)))],
  }));
}

/** Those who may write the body in any stage. */
function writersAmong({ definition, staff }: Checked, owner: string): StaffMember[] {
  const responsible = activitiesOf(definition)
    .filter(({ activity }) => activity.edits === true)
    .flatMap(({ activity }) => activity.raci.responsible);
  const functions = [...new Set(responsible)].map((name) => (name === 'owner' ? owner : name));
  return staff.filter((person) => functions.some((name) => worksFor(person, name)));
}

/**
 * How many approvals these people can give: a matching of voters, functions and people, each once, as a flow. People
 * count once only where a rule says that each approves once. In the way is whom too many voters would need.
 */
function approvalsBy(vote: Vote, staff: StaffMember[]): { count: number; inTheWay: StaffMember[] } {
  const { voters, byFunction, quorum } = vote;
  const { edges, functions } = edgesToFunctions(voters, byFunction);
  const capacity = isOnce(vote) ? 1 : voters.length;
  const asked = staff.filter((person) => functions.some((name) => worksFor(person, name)));
  const people = asked.flatMap((person) => [
    ...functions
      .filter((name) => worksFor(person, name))
      .map((name) => ({
        from: `counted ${name}`,
        to: `person ${person.personId}`,
        capacity: voters.length,
      })),
    { from: `person ${person.personId}`, to: 'sink', capacity },
  ]);
  const { value, reached } = maximumFlow([...edges, ...people], quorum ?? 1);
  const inTheWay = asked.filter(({ personId }) => reached.has(`person ${personId}`));
  return { count: value, inTheWay };
}

function inWords({ stage, event, quorum, voters }: Vote, { people, writers }: Conflict): string {
  const names = listed(people.map(({ name }) => name));
  const functions = listed([...new Set(voters.flatMap((voter) => voter.functions))]);
  const needed =
    (quorum ?? 1) === 1
      ? `${event} in ${stage} needs somebody`
      : `${event} in ${stage} needs ${quorum} people`;
  return writers
    ? `${names} would have to write and to approve: ${needed} of ${functions} who did not write.`
    : `${names} would have to approve more than once: ${needed} of ${functions}, each for one of them.`;
}
