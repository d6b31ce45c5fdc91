import { type BatonClient, dataOf } from '#client';
import { checkProcess, FUNCTIONS, isGoalDate, type StaffMember } from '#domain';
import { FailedRun } from '../failed-run.js';
import { print } from '../print.js';
import { printFindings } from './findings.js';
import { readDefinition } from './source-file.js';

interface Options {
  offline?: boolean;
  goalDate?: string;
}

/** Checks the process in a file: by the server against today's staffing, or here as if every function were staffed. */
export async function checkFile(
  client: () => BatonClient,
  file: string,
  { offline = false, goalDate }: Options,
): Promise<void> {
  if (goalDate !== undefined && !isGoalDate(goalDate)) {
    throw new FailedRun(
      `Expected in --goal-date a day like 2027-03-31 or an instant like 2027-03-31T17:00:00Z; found ${goalDate}.`,
    );
  }
  const definition = readDefinition(file);
  if (offline) {
    print('Staffing is not checked: who works in what is known to the server only.');
    const now = new Date().toISOString();
    const goal = goalDate === undefined ? {} : { goalDate };
    return printFindings(checkProcess(definition, { staff: EVERYBODY, now, ...goal }));
  }
  const query = goalDate === undefined ? {} : { goalDate };
  const { findings } = await dataOf(
    client().POST('/v1/processes/check', { params: { query }, body: { ...definition } }),
  );
  return printFindings(findings);
}

/** More people in each function than any duty has to be kept apart from another. */
const PEOPLE_A_FUNCTION = 5;

/** Nobody lacks, so that what is found lies in the process itself. */
const EVERYBODY: StaffMember[] = FUNCTIONS.flatMap((name) =>
  Array.from({ length: PEOPLE_A_FUNCTION }, (_, index) => ({
    personId: `${name}-${index + 1}`,
    name: `${name} ${index + 1}`,
    memberships: [{ function: name, region: null, locale: null }],
    canRead: true,
  })),
);
