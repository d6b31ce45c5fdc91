import type { Registry } from 'prom-client';
import { addGauge } from './read-gauge.js';

/** The counts that a pool of `pg` keeps. */
export interface CountedPool {
  totalCount: number;
  idleCount: number;
  waitingCount: number;
}

/** Adds the connections of a pool: how many there are, how many are idle, how many requests wait for one. */
export function watchPool(registry: Registry, pool: CountedPool): void {
  addGauge(registry, {
    name: 'baton_database_pool_connections',
    help: 'Connections to the database by what they do.',
    labelNames: ['state'],
    read: () => [
      { labels: { state: 'busy' }, value: pool.totalCount - pool.idleCount },
      { labels: { state: 'idle' }, value: pool.idleCount },
    ],
  });
  addGauge(registry, {
    name: 'baton_database_pool_waiting',
    help: 'Queries that wait for a connection.',
    read: () => [{ value: pool.waitingCount }],
  });
}
