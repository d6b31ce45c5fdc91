import { Gauge, type Registry } from 'prom-client';

/** How long a figure may take to be read, in milliseconds; then the others go out without it. */
const READ_MS = 2000;

/** A value with its labels. */
export interface Reading {
  labels?: Record<string, string>;
  value: number;
}

/** A figure that is read when somebody asks for it, from the database for instance. */
export interface ReadGauge {
  /** in base units: `…_seconds`, `…_bytes`; `_total` is for counters only */
  name: `baton_${string}`;
  help: string;
  labelNames?: string[];
  /** may throw or take too long: the gauge has no value then */
  read: () => Promise<Reading[]> | Reading[];
}

/** Adds a gauge whose values are read at each scrape. A failing one costs its own values and nothing else. */
export function addGauge(
  registry: Registry,
  { name, help, labelNames = [], read }: ReadGauge,
): void {
  const gauge = new Gauge({
    name,
    help,
    labelNames,
    registers: [registry],
    collect: async () => {
      const readings = await inTime(read);
      gauge.reset();
      for (const { labels = {}, value } of readings) gauge.set(labels, value);
    },
  });
}

async function inTime(read: ReadGauge['read']): Promise<Reading[]> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Reading[]>((resolve) => {
    timer = setTimeout(() => resolve([]), READ_MS);
  });
  try {
    return await Promise.race([Promise.resolve().then(read), late]);
  } catch {
    return [];
  } finally {
    clearTimeout(timer);
  }
}
