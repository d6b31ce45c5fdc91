import { cloudEventMessage, DESCRIBED_FACTS, standardMessage } from './asyncapi-messages.js';

/** What Baton tells endpoints, per AsyncAPI 3.1: a message for each type of fact, in both forms. Pure. */
export function asyncApiDocument(): object {
  const standard = DESCRIBED_FACTS.map(({ name }) => name);
  const cloudEvents = standard.map((name) => `baton.${name}`);
  return {
    asyncapi: '3.1.0',
    id: 'urn:baton',
    info: {
      title: 'Baton webhooks',
      version: '1',
      description: DESCRIPTION,
      contact: { name: 'Baton', url: 'https://www.standardwebhooks.com/' },
      license: { name: 'Apache 2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
      tags: [{ name: 'webhooks' }],
    },
    defaultContentType: 'application/json',
    servers: {
      receiver: {
        host: '{receiver}',
        protocol: 'https',
        description: 'yours: the host of the endpoint’s URL',
        variables: {
          receiver: { default: 'cms.example.com', description: 'host and port of the URL' },
        },
      },
    },
    channels: {
      facts: channel(standard, 'An endpoint with the format `standard`.'),
      cloudEvents: channel(cloudEvents, 'An endpoint with the format `cloudevents`.'),
    },
    operations: {
      sendFacts: operation('facts', 'Baton tells an endpoint what happened.'),
      sendCloudEvents: operation('cloudEvents', 'The same as CloudEvents 1.0.'),
    },
    components: {
      messages: Object.fromEntries(
        DESCRIBED_FACTS.flatMap((fact) => [
          [fact.name, standardMessage(fact)],
          [`baton.${fact.name}`, cloudEventMessage(fact)],
        ]),
      ),
      messageTraits: { delivered: DELIVERED },
      schemas: Object.fromEntries(
        DESCRIBED_FACTS.map(({ name, dataSchema }) => [name, dataSchema]),
      ),
    },
  };
}

const DESCRIPTION = `What happened in a workspace, sent to the endpoints that it registered (\`POST /v1/webhook-endpoints\`) \
by the rules of Standard Webhooks 1.0. Each message comes at least once: one that comes twice has the same id and the same \
bytes. Push keeps no order; \`data.sequence\` tells the order of the changes of an item. Answer 2xx within 15 seconds; \
anything else is a failure and comes again, nine times within some three days.`;

function channel(messages: string[], description: string): object {
  return {
    address: null,
    title: 'the URL of an endpoint',
    description,
    servers: [{ $ref: '#/servers/receiver' }],
    messages: Object.fromEntries(
      messages.map((name) => [name, { $ref: `#/components/messages/${name}` }]),
    ),
  };
}

function operation(channelName: string, summary: string): object {
  return {
    action: 'send',
    channel: { $ref: `#/channels/${channelName}` },
    summary,
    bindings: { http: { method: 'POST', bindingVersion: '0.3.0' } },
  };
}

/** What every delivery has beside its body. */
const DELIVERED = {
  headers: {
    type: 'object',
    properties: {
      'webhook-id': {
        type: 'string',
        format: 'uuid',
        description: 'of the message: the same on every attempt, and in the feed',
      },
      'webhook-timestamp': {
        type: 'string',
        pattern: '^[0-9]+$',
        description: 'seconds since 1970, of the attempt',
      },
      'webhook-signature': {
        type: 'string',
        pattern: '^v1,[A-Za-z0-9+/=]+( v1,[A-Za-z0-9+/=]+)*$',
        description:
          'HMAC-SHA256 over `id.timestamp.body`, base64; one for each secret while they rotate',
      },
      traceparent: {
        type: 'string',
        description: 'W3C Trace Context of the attempt, in the trace of the change',
      },
    },
    required: ['webhook-id', 'webhook-timestamp', 'webhook-signature'],
  },
  correlationId: {
    description: 'tells a message that comes twice',
    location: '$message.header#/webhook-id',
  },
};
