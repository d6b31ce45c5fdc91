import { type AvailableEvent, availableEvents, type Actor } from '#domain';
import type { Answer, Outcome } from '#engine';
import type { FastifyReply } from 'fastify';
import { notFound, notValid, refused } from './problem.js';

/** Sends what the engine came to: its answer as it stands, or the problem. */
export function sendOutcome(outcome: Outcome, to: { reply: FastifyReply; actor: Actor }): void {
  switch (outcome.outcome) {
    case 'answered':
      return sendAnswer(outcome.answer, to.reply);
    case 'invalid':
      throw notValid(outcome.problems);
    case 'missing':
      throw notFound('item');
    case 'refused': {
      const { refusal, stands } = outcome;
      const possible: AvailableEvent[] =
        stands === null
          ? []
          : availableEvents(stands.process, stands.item, to.actor, stands.surroundings);
      throw refused(refusal, possible);
    }
  }
}

export function sendAnswer(answer: Answer, reply: FastifyReply): void {
  if (answer.etag !== null) void reply.header('etag', answer.etag);
  if (answer.location !== null) void reply.header('location', answer.location);
  void reply.status(answer.status).type('application/json; charset=utf-8').send(answer.body);
}
