import { FACT_TYPES } from '#domain';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Parser } from '@asyncapi/parser';
import { Ajv } from 'ajv';
import { verifyMessage } from '#webhooks';
import { asyncApiDocument } from './asyncapi.js';

type Parsed = NonNullable<Awaited<ReturnType<Parser['parse']>>['document']>;

interface Example {
  headers: Record<string, string>;
  payload: { type: string };
}

let document: Parsed;
let diagnostics: { message: string; path: unknown }[];

beforeAll(async () => {
  const parsed = await new Parser().parse(JSON.stringify(asyncApiDocument()));
  document = parsed.document!;
  diagnostics = parsed.diagnostics;
});

describe('the AsyncAPI document', () => {
  it('is valid, and nothing in it is worth a warning', () => {
    expect(diagnostics.map(({ message, path }) => [message, path])).toEqual([]);
    expect(document.version()).toBe('3.1.0');
  });

  it('has a message for each type of fact in either form, sent by an operation', () => {
    const sent = document
      .operations()
      .filterBySend()
      .map((operation) => operation.messages().map((message) => message.name()));
    const types = [...FACT_TYPES.map(({ type }) => type), 'announced_by_a_process'];
    expect(sent).toEqual([types, types.map((type) => `baton.${type}`)]);
  });

  it('gives every message the headers that sign it, and an example that its schema and its reader take', () => {
    const ajv = new Ajv({ strict: false, validateFormats: false });
    for (const message of document.messages()) {
      const [example] = message.examples().map((each) => each.json<Example>());
      const { headers, payload } = example!;
      const takes = (schema: object, value: unknown) =>
        ajv.validate(schema, value) ? [] : ajv.errors;
      const problems = [
        takes(message.payload()!.json() as object, payload),
        takes(message.headers()!.json() as object, headers),
      ];
      expect([message.name(), problems.flat()]).toEqual([message.name(), []]);
      expect(message.correlationId()?.location()).toBe('$message.header#/webhook-id');
      const secret = `whsec_${Buffer.alloc(32, 'example').toString('base64')}`;
      const now = Number(headers['webhook-timestamp']);
      const body = JSON.stringify(payload);
      expect(verifyMessage(headers, { body, secret, now }).valid).toBe(true);
    }
  });

  it('takes no fact that its type does not know', () => {
    const ajv = new Ajv({ strict: false, validateFormats: false });
    const message = document.messages().find((each) => each.name() === 'goal.closed')!;
    const [example] = message.examples().map((each) => each.json<Example>());
    const schema = message.payload()!.json() as object;
    const { payload } = example!;
    expect(ajv.validate(schema, { ...payload, type: 'goal.opened' })).toBe(false);
    expect(ajv.validate(schema, { ...payload, data: {} })).toBe(false);
  });
});
