import { FACT_TYPES, type FactDescription, OWN_FACT } from '#domain';
import { signMessage, toCloudEvent } from '#webhooks';
import { exampleData } from './asyncapi-example.js';

/** A secret as an example; no endpoint has it. */
const EXAMPLE_SECRET = `whsec_${Buffer.alloc(32, 'example').toString('base64')}`;
const EXAMPLE_ID = '01941f29-7c00-7000-8000-000000000002';
const EXAMPLE_INSTANT = '2027-01-15T09:00:00.000Z';
const EXAMPLE_SOURCE = 'urn:baton:workspace:01941f29-7c00-7000-8000-000000000003';

/** A type of fact as the document names it. */
export interface DescribedFact extends Omit<FactDescription, 'type'> {
  name: string;
  /** of the field `type`, which CloudEvents begin with `baton.` */
  typeSchema: (prefix: string) => object;
  exampleType: string;
}

/** Every type that Baton announces by itself, and the one for names that processes give. */
export const DESCRIBED_FACTS: readonly DescribedFact[] = [
  ...FACT_TYPES.map(({ type, ...rest }) => ({
    ...rest,
    name: type,
    typeSchema: (prefix: string) => ({ const: `${prefix}${type}` }),
    exampleType: type,
  })),
  {
    ...OWN_FACT,
    name: 'announced_by_a_process',
    typeSchema: (prefix: string) => ({
      type: 'string',
      pattern: `^${prefix.replace('.', '\\.')}[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*$`,
      description: 'a name that a process of the workspace gives in `announces` of a stage',
    }),
    exampleType: 'campaign.launched',
  },
];

/** Where the schema of a fact's data is in the document. */
const dataOf = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** The message as Standard Webhooks 1.0 has it. */
export function standardMessage({ name, meaning, ...fact }: DescribedFact): object {
  const payload = exampleBody({ name, meaning, ...fact });
  return {
    name,
    title: name,
    summary: meaning,
    contentType: 'application/json',
    traits: [{ $ref: '#/components/messageTraits/delivered' }],
    payload: {
      type: 'object',
      properties: {
        type: fact.typeSchema(''),
        timestamp: INSTANT,
        data: dataOf(name),
      },
      required: ['type', 'timestamp', 'data'],
      additionalProperties: false,
    },
    examples: [exampleOf(JSON.stringify(payload))],
  };
}

/** The same as a CloudEvent 1.0 in structured mode. */
export function cloudEventMessage(fact: DescribedFact): object {
  const { name, meaning } = fact;
  const body = JSON.stringify(exampleBody(fact));
  const event = toCloudEvent({ id: EXAMPLE_ID, body, traceparent: null }, EXAMPLE_SOURCE);
  return {
    name: `baton.${name}`,
    title: `baton.${name}`,
    summary: meaning,
    contentType: event.contentType,
    traits: [{ $ref: '#/components/messageTraits/delivered' }],
    payload: {
      type: 'object',
      properties: {
        specversion: { const: '1.0' },
        id: { type: 'string', format: 'uuid', description: 'the `webhook-id`' },
        source: { type: 'string', pattern: '^urn:baton:workspace:', description: 'the workspace' },
        type: fact.typeSchema('baton.'),
        time: INSTANT,
        subject: { type: 'string', description: '`data.subject`' },
        traceparent: {
          type: 'string',
          description: 'of the change; extension Distributed Tracing',
        },
        datacontenttype: { const: 'application/json' },
        data: dataOf(name),
      },
      required: ['specversion', 'id', 'source', 'type', 'time', 'datacontenttype', 'data'],
      additionalProperties: false,
    },
    examples: [exampleOf(event.body)],
  };
}

const INSTANT = {
  type: 'string',
  format: 'date-time',
  description: 'when it happened; the same on every attempt',
};

function exampleBody({ exampleType, ...fact }: DescribedFact) {
  return { type: exampleType, timestamp: EXAMPLE_INSTANT, data: exampleData(fact) };
}

function exampleOf(body: string): object {
  const timestamp = Date.parse(EXAMPLE_INSTANT) / 1000;
  const headers = signMessage({ id: EXAMPLE_ID, timestamp, body }, [EXAMPLE_SECRET]);
  return { headers, payload: JSON.parse(body) as object };
}
