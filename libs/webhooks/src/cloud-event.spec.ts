import { describe, expect, it } from '@jest/globals';
import { CloudEvent, HTTP } from 'cloudevents';
import { toCloudEvent } from './index.js';

const SOURCE = 'urn:baton:workspace:3f1c';
const data = { subject: 'items/7', sequence: 4, title: 'Grüße', auditHash: 'ab' };
const message = {
  id: '018f-1',
  body: JSON.stringify({ data, timestamp: '2026-03-01T12:00:00.000Z', type: 'item.published' }),
};

function read({ body, contentType }: { body: string; contentType: string }): CloudEvent<unknown> {
  return HTTP.toEvent({ headers: { 'content-type': contentType }, body }) as CloudEvent<unknown>;
}

describe('toCloudEvent', () => {
  it('is read as a valid event by the CloudEvents SDK', () => {
    const event = read(toCloudEvent(message, SOURCE));
    expect(event.validate()).toBe(true);
    expect(event.toJSON()).toEqual({
      specversion: '1.0',
      id: '018f-1',
      source: SOURCE,
      type: 'baton.item.published',
      time: '2026-03-01T12:00:00.000Z',
      subject: 'items/7',
      datacontenttype: 'application/json',
      data,
    });
  });

  it('carries the trace of the fact where it has one', () => {
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    const event = read(toCloudEvent({ ...message, traceparent }, SOURCE));
    expect(event.validate()).toBe(true);
    expect(event.traceparent).toBe(traceparent);
  });

  it('has no subject where the fact has none', () => {
    const body = JSON.stringify({ type: 'a.b', timestamp: '2026-03-01T12:00:00Z', data: {} });
    const event = read(toCloudEvent({ ...message, body }, SOURCE));
    expect(event.validate()).toBe(true);
    expect(event.subject).toBeUndefined();
  });

  it('gives the same bytes for the same message', () => {
    expect(toCloudEvent(message, SOURCE)).toEqual(toCloudEvent({ ...message }, SOURCE));
    expect(toCloudEvent(message, SOURCE).contentType).toBe('application/cloudevents+json');
  });

  it('refuses a body that is no message', () => {
    for (const body of ['[]', '{}', '{"type":"a","timestamp":"b","data":null}']) {
      expect(() => toCloudEvent({ ...message, body }, SOURCE)).toThrow('{ type, timestamp, data }');
    }
  });
});
