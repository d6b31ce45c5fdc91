import {
  type ClaimedDelivery,
  currentTraceparent,
  type EndpointKey,
  type EndpointTarget,
  withTraceparent,
} from '#engine';
import { type AttemptOutcome, type createDispatcher, deliver, toCloudEvent } from '#webhooks';

/** Sends one delivery and says what came of it; throws only for what is wrong on this side, and then it was no attempt. */
export type Send = (sending: {
  key: EndpointKey;
  target: EndpointTarget;
  delivery: ClaimedDelivery;
  at: Date;
}) => Promise<AttemptOutcome>;

/** Sends over a dispatcher, in the form that the delivery has had since it was made. */
export function sendOver(dispatcher: ReturnType<typeof createDispatcher>): Send {
  return async ({ key, target: { url, secrets }, delivery, at }) => {
    const { messageId: id, format, body, traceparent } = delivery;
    const { body: bytes, contentType } =
      format === 'cloudevents'
        ? toCloudEvent({ id, body, traceparent }, `urn:baton:workspace:${key.workspaceId}`)
        : { body, contentType: 'application/json' };
    return withTraceparent(traceparent, 'webhook', () =>
      deliver(
        {
          url,
          id,
          timestamp: Math.floor(at.getTime() / 1000),
          body: bytes,
          contentType,
          secrets,
          traceparent: currentTraceparent(),
        },
        { dispatcher },
      ),
    );
  };
}
