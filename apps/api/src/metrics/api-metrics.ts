import { DECIDED, type Decided, poolOf } from '#engine';
import { createRegistry, watchPool } from '#telemetry';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { METHODS } from 'node:http';
import { Counter, Gauge, Histogram } from 'prom-client';
import type { DataSource } from 'typeorm';

/** Seconds; the upper bounds within which answers are counted. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
/** Codes of refusals that are told apart at most; processes of workspaces cannot add any, rules of later releases can. */
const MOST_CODES = 200;

/** What the API counts and times. No label holds an id: routes are templates, codes come from the rules. */
@Injectable()
export class ApiMetrics implements OnModuleDestroy {
  readonly registry = createRegistry();
  private readonly codes = new Set<string>();

  private readonly durations = new Histogram({
    name: 'baton_http_request_duration_seconds',
    help: 'Time from the head of a request to the end of its answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers: [this.registry],
  });

  private readonly inFlight = new Gauge({
    name: 'baton_http_requests_in_flight',
    help: 'Requests that are being answered.',
    registers: [this.registry],
  });

  private readonly commands = new Counter({
    name: 'baton_commands_total',
    help: 'Commands to items by what came of them, with the first rule that said no.',
    labelNames: ['outcome', 'code'],
    registers: [this.registry],
  });

  private readonly replays = new Counter({
    name: 'baton_idempotent_replays_total',
    help: 'Answers given again under an Idempotency-Key.',
    registers: [this.registry],
  });

  constructor(@InjectDataSource() dataSource: DataSource) {
    watchPool(this.registry, poolOf(dataSource));
    DECIDED.subscribe(this.count);
  }

  onModuleDestroy(): void {
    DECIDED.unsubscribe(this.count);
  }

  /** Times every request. */
  measure(fastify: FastifyInstance): void {
    fastify.addHook('onRequest', (_request, _reply, done) => {
      this.inFlight.inc();
      done();
    });
    fastify.addHook('onResponse', (request, reply, done) => {
      this.inFlight.dec();
      this.durations.observe(labelsOf(request, reply), reply.elapsedTime / 1000);
      done();
    });
  }

  private readonly count = (message: unknown): void => {
    const { outcome, code } = message as Decided;
    if (outcome === 'replayed') this.replays.inc();
    else this.commands.inc({ outcome, code: this.bounded(code) });
  };

  private bounded(code: string | null): string {
    if (code === null) return '';
    if (this.codes.size < MOST_CODES) this.codes.add(code);
    return this.codes.has(code) ? code : 'other';
  }
}

function labelsOf({ method, routeOptions }: FastifyRequest, { statusCode }: FastifyReply) {
  return {
    method: METHODS.includes(method) ? method : 'other',
    route: routeOptions.url ?? 'none',
    status: `${Math.floor(statusCode / 100)}xx`,
  };
}
