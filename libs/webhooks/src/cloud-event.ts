/** The content type of a CloudEvent in structured mode. */
const CONTENT_TYPE = 'application/cloudevents+json';
/** What stands before the type of a fact. */
const TYPE_PREFIX = 'baton.';

/** A message as it was frozen when the fact happened. */
export interface FrozenMessage {
  id: string;
  /** the JSON of `{ type, timestamp, data }` */
  body: string;
  /** of the trace in which the fact happened, per W3C Trace Context; the same on every attempt */
  traceparent?: string | null;
}

/**
 * A message as a CloudEvent 1.0 in structured mode. Pure: the same message gives the same bytes.
 * `source` is a URI of the workspace (`urn:baton:workspace:…`), the type is `baton.` and that of the fact, the subject
 * `data.subject` where it is a text, and `traceparent` the Distributed Tracing extension. Throws when the body is not
 * what messages are.
 */
export function toCloudEvent(
  { id, body, traceparent }: FrozenMessage,
  source: string,
): { body: string; contentType: string } {
  const { type, timestamp, data } = contentOf(body);
  const { subject } = data;
  const event = {
    specversion: '1.0',
    id,
    source,
    type: `${TYPE_PREFIX}${type}`,
    time: timestamp,
    ...(typeof subject === 'string' && subject !== '' && { subject }),
    ...(traceparent != null && { traceparent }),
    datacontenttype: 'application/json',
    data,
  };
  return { body: JSON.stringify(event), contentType: CONTENT_TYPE };
}

interface Content {
  type: string;
  timestamp: string;
  data: Record<string, unknown>;
}

function contentOf(body: string): Content {
  const { type, timestamp, data } = JSON.parse(body) as Partial<Content>;
  if (typeof type !== 'string' || typeof timestamp !== 'string' || !isObject(data)) {
    throw new Error('Expected a message body of { type, timestamp, data }; found another.');
  }
  return { type, timestamp, data };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
