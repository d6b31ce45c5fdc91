import { FUNCTIONS } from '../vocabulary.js';
import { type Checked, type Finding, findingAt } from './finding.js';
import { accountableOf, type ActivityPlace, activitiesOf, hasRule, listed } from './places.js';
import { coversRegion, worksFor } from './staffing.js';

const KNOWN: readonly string[] = [...FUNCTIONS, 'owner'];

/** A function, and the activities that ask for it in one letter of their RACI. */
interface Demand {
  name: string;
  places: ActivityPlace[];
}

/** Responsible functions without people, over all and in each region in which the process wants them staffed. */
export function notStaffed(checked: Checked): Finding[] {
  const { definition, staff } = checked;
  const demands = demandsFor(checked, ({ raci }) => raci.responsible);
  const regions = definition.meta.regions ?? [];
  return demands.flatMap((demand) => {
    if (!staff.some((person) => worksFor(person, demand.name))) {
      return [unstaffed(checked, demand)];
    }
    return regions
      .filter((region) => !staff.some((person) => coversRegion(person, demand.name, region)))
      .map((region) =>
        demandFinding(checked, demand, {
          code: 'not_staffed',
          letter: 'responsible',
          sentence: `Nobody in ${inWords(demand.name)} covers the region ${region}, and ${whatFor(demand)} needs somebody there.`,
        }),
      );
  });
}

/** An activity that nobody is asked to do; its task could never be claimed. */
export function nobodyResponsible(checked: Checked): Finding[] {
  return activitiesOf(checked.definition)
    .filter(({ activity }) => activity.raci.responsible.length === 0)
    .map(({ stage, activity, pointer }) =>
      findingAt(checked, {
        code: 'not_staffed',
        sentence: `Expected at least one responsible function for ${activity.key} in ${stage}; found none.`,
        pointer: `${pointer}/raci/responsible`,
        stage,
      }),
    );
}

/** Somebody else who is responsible may do the work; then it is only worth a warning. */
function unstaffed(checked: Checked, demand: Demand): Finding {
  const { staff } = checked;
  const others = demand.places.every(({ activity }) =>
    activity.raci.responsible.some((name) => staff.some((person) => worksFor(person, name))),
  );
  return demandFinding(checked, demand, {
    code: 'not_staffed',
    severity: others ? 'warning' : 'error',
    letter: 'responsible',
    sentence: `Nobody works in ${inWords(demand.name)}, which is responsible for ${whatFor(demand)}${others ? '; others may do it' : ''}.`,
  });
}

/** Without a signature work stops only where a rule asks for it; elsewhere nobody answers for it, which is bad enough to say. */
export function accountableNotStaffed(checked: Checked): Finding[] {
  const { definition, staff } = checked;
  return demandsFor(checked, (activity) => accountableOf(activity))
    .filter(({ name }) => !staff.some((person) => worksFor(person, name)))
    .map((demand) => {
      const signed = demand.places.some(({ stage }) =>
        Object.values(definition.states[stage]!.on ?? {})
          .flat()
          .some((transition) => hasRule(transition, 'accountable_signed')),
      );
      return demandFinding(checked, demand, {
        code: 'accountable_not_staffed',
        severity: signed ? 'error' : 'warning',
        letter: 'accountable',
        sentence: `Nobody works in ${inWords(demand.name)}, which is accountable for ${whatFor(demand)}${signed ? ' and has to sign' : ''}.`,
      });
    });
}

/** Functions of any RACI in which nobody can see what they are asked, or told. */
export function cannotRead(checked: Checked): Finding[] {
  const readers = checked.staff.filter(({ canRead }) => canRead);
  const blind = demandsFor(checked, (activity) => [
    ...activity.raci.responsible,
    ...accountableOf(activity),
    ...(activity.raci.consulted ?? []),
    ...(activity.raci.informed ?? []),
  ]).filter(({ name }) => !readers.some((person) => worksFor(person, name)));
  const first = blind[0]?.places[0];
  if (first === undefined) return [];
  const names = listed(blind.map(({ name }) => inWords(name)));
  return [
    findingAt(checked, {
      code: 'cannot_read',
      severity: 'warning',
      sentence: `Nobody who can read these items works in ${names}.`,
      pointer: `${first.pointer}/raci`,
      stage: first.stage,
    }),
  ];
}

/** The known functions that activities ask for, each with its activities; unknown ones are found elsewhere. */
function demandsFor(
  { definition }: Checked,
  functionsOf: (activity: ActivityPlace['activity']) => string[],
): Demand[] {
  const demands = new Map<string, ActivityPlace[]>();
  for (const place of activitiesOf(definition)) {
    for (const name of new Set(functionsOf(place.activity))) {
      demands.set(name, [...(demands.get(name) ?? []), place]);
    }
  }
  return [...demands]
    .filter(([name]) => KNOWN.includes(name))
    .map(([name, places]) => ({ name, places }));
}

function demandFinding(
  checked: Checked,
  { places }: Demand,
  {
    letter,
    ...found
  }: Pick<Finding, 'code'> &
    Partial<Pick<Finding, 'severity'>> & { letter: string; sentence: string },
): Finding {
  const { stage, pointer } = places[0]!;
  return findingAt(checked, { ...found, pointer: `${pointer}/raci/${letter}`, stage });
}

function whatFor({ places }: Demand): string {
  return listed(places.map(({ stage, activity }) => `${activity.key} in ${stage}`));
}

function inWords(name: string): string {
  return name === 'owner' ? 'any function that could own an item' : name;
}
