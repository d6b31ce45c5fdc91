import { isOutAt } from '../announcement.js';
import { pointerTo } from '../json-pointer.js';
import { type Checked, type Finding, pathInWords } from './finding.js';
import { quorumOf } from './places.js';
import type { Move } from './walk.js';
import { cheapestWays, pathOf } from './ways.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const HOURS_PER_DAY = 8;

/** Whether the deadlines on the quickest way leave enough time before a goal. */
export function deadlinesMissingGoal(checked: Checked): Finding[] {
  const { goalDate, now, workingHoursPerDay = HOURS_PER_DAY } = checked;
  if (goalDate === undefined) return [];
  const quickest = quickestWayOut(checked);
  if (quickest === null) return [];
  const { hours: needed, path, stage } = quickest;
  const until = endOf(goalDate);
  const available = workingHoursBetween(Date.parse(now), until, workingHoursPerDay, needed);
  if (available >= needed) return [];
  return [
    {
      code: 'deadlines_miss_goal',
      severity: 'error',
      detail: `The deadlines on the quickest way to ${stage} add up to ${rounded(needed)} working hours; until ${goalDate} there are ${rounded(available)}. Quickest way there: ${pathInWords(path, stage)}.`,
      pointer: pointerTo('states', stage),
      path,
    },
  ];
}

/** By the sum of deadlines; without the events that every stage has, such as to cancel. */
function quickestWayOut(checked: Checked) {
  const { definition, ways } = checked;
  const stageAt = (place: string) => ways.walk.stageOf.get(place)!;
  const quickest = cheapestWays({
    start: ways.walk.start,
    movesFrom: (place) => ways.movesFrom(place).filter(({ step }) => !step.ofRoot),
    costOf: (move) => hoursOf(checked, move),
  });
  const places = [...quickest].map(([place, { cost }]) => ({ place, cost }));
  const out = places.filter(({ place }) => isOutAt(definition, stageAt(place)));
  const final = places.filter(({ place }) => definition.states[stageAt(place)]!.type === 'final');
  const [first] = (out.length > 0 ? out : final).toSorted((one, other) => one.cost - other.cost);
  if (first === undefined) return null;
  return { hours: first.cost, path: pathOf(quickest, first.place), stage: stageAt(first.place) };
}

/**
 * The hours that a stage may take before it is left by this move. Its tasks open together, so it is the deadline of
 * whoever sends the event; where votes are counted, of the last vote of the quickest quorum.
 */
function hoursOf({ definition, ways }: Checked, { from, to, step }: Move): number {
  if (ways.walk.stageOf.get(from) === ways.walk.stageOf.get(to)) return 0;
  const hours = definition.states[step.stage]!.meta.activities.filter(({ events }) =>
    events.includes(step.event),
  )
    .map(({ deadline }) => deadline?.workingHours ?? 0)
    .toSorted((one, other) => one - other);
  const votes = quorumOf(step.transition) ?? 1;
  return hours[Math.min(votes, hours.length) - 1] ?? 0;
}

/** A day counts until it is over. */
function endOf(goalDate: string): number {
  const isDay = /^\d{4}-\d{2}-\d{2}$/u.test(goalDate);
  return Date.parse(goalDate) + (isDay ? DAY_MS : 0);
}

/** Monday to Friday in UTC, of each day at most `perDay` hours and no more than are left of it; counts up to `enough`. */
function workingHoursBetween(from: number, until: number, perDay: number, enough: number): number {
  let hours = 0;
  for (let start = from; start < until && hours < enough; start = nextDay(start)) {
    const end = Math.min(nextDay(start), until);
    const weekday = new Date(start).getUTCDay();
    if (weekday !== 0 && weekday !== 6) hours += Math.min(perDay, (end - start) / HOUR_MS);
  }
  return hours;
}

function nextDay(moment: number): number {
  return (Math.floor(moment / DAY_MS) + 1) * DAY_MS;
}

function rounded(hours: number): string {
  return String(Math.floor(hours * 10) / 10);
}
