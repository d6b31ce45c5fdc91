import { readDeliveryFigures } from '#engine';
import type { DataSource } from 'typeorm';
import type { WorkerMetrics } from '../metrics.js';

/** Adds how far the log is behind what was committed, how endpoints are, and what waits for them. */
export function watchDeliveries(metrics: WorkerMetrics, dataSource: DataSource): void {
  const one =
    (read: (figures: Awaited<ReturnType<typeof readDeliveryFigures>>) => number) => async () => [
      { labels: {}, value: read(await readDeliveryFigures(dataSource)) },
    ];
  metrics.gauge({
    name: 'baton_outbox_changes',
    help: 'Committed changes that have no place in the feed and the tree yet, 10,000 at most.',
    read: one(({ outbox }) => outbox),
  });
  metrics.gauge({
    name: 'baton_delivery_overdue_seconds',
    help: 'How long the oldest delivery has waited beyond its time, at an endpoint that may be sent to.',
    read: one(({ overdueSeconds }) => overdueSeconds),
  });
  metrics.gauge({
    name: 'baton_webhook_endpoints',
    help: 'Endpoints by how they are.',
    labelNames: ['status'],
    read: async () => {
      const { endpoints } = await readDeliveryFigures(dataSource);
      return Object.entries(endpoints).map(([status, value]) => ({ labels: { status }, value }));
    },
  });
}
