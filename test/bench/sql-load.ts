import { Client, type QueryConfig } from 'pg';
import { drive, type Driven } from './drive.js';
import { type PlainTransition, SELECT_AT } from './plain-transition.js';
import { type RecordedTransition, statementsFor } from './recorded-statements.js';

interface SqlLoad {
  url: string;
  connections: number;
  seconds: number;
  /** the numbers of plain items that are there to be used, `until` left out */
  from: number;
  until: number;
}

/** The plain transition, sent by a loop in Node. */
export interface PlainSqlLoad extends SqlLoad {
  kind: 'plain_sql';
  transition: PlainTransition;
}

/** The engine's own statements, sent by a loop in Node that decides nothing. */
export interface EngineSqlLoad extends SqlLoad {
  kind: 'engine_sql';
  transition: RecordedTransition;
}

/** What PostgreSQL is asked for by every sender: the role of the application, as the API takes it. */
export const SESSION_OPTIONS = '-c role=baton_app -c timezone=UTC';

export async function runPlainSql(load: PlainSqlLoad): Promise<Driven> {
  const statements = load.transition.statements.map(prepared);
  const { constants } = load.transition;
  return withClients(load, (clients) =>
    drive({
      ...load,
      queue: numbers(load),
      perform: async (connection, number) => {
        const client = clients[connection]!;
        let known: Record<string, unknown> = { ...constants, number };
        for (const [index, { query, names }] of statements.entries()) {
          const values = names.map((name) => known[name]);
          const { rows } = await client.query<Record<string, unknown>>({ ...query, values });
          if (index === SELECT_AT) known = { ...known, ...rows[0] };
        }
      },
    }),
  );
}

export async function runEngineSql(load: EngineSqlLoad): Promise<Driven> {
  // Made before the clock starts: making them is what the engine is paid for.
  const transitions = [...numbers(load)].map((number) => statementsFor(load.transition, number));
  return withClients(load, (clients) =>
    drive({
      ...load,
      queue: transitions.values(),
      perform: async (connection, statements) => {
        for (const statement of statements) await clients[connection]!.query(statement);
      },
    }),
  );
}

/** `:name` becomes `$1` and so on, as pgbench does it. */
function prepared(text: string, index: number): { query: QueryConfig; names: string[] } {
  const names: string[] = [];
  const numbered = text.replaceAll(/(?<!:):([a-z]\w*)/gu, (_match, name: string) => {
    if (!names.includes(name)) names.push(name);
    return `$${names.indexOf(name) + 1}`;
  });
  return { query: { name: `plain_${index}`, text: numbered }, names };
}

function* numbers({ from, until }: SqlLoad): Generator<number, undefined> {
  for (let number = from; number < until; number += 1) yield number;
}

async function withClients<Result>(
  { url, connections }: SqlLoad,
  work: (clients: Client[]) => Promise<Result>,
): Promise<Result> {
  const clients = Array.from(
    { length: connections },
    () => new Client({ connectionString: url, options: SESSION_OPTIONS }),
  );
  await Promise.all(clients.map((client) => client.connect()));
  try {
    return await work(clients);
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}
