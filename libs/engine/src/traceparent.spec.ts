import { context, ROOT_CONTEXT, trace } from '@opentelemetry/api';
import { describe, expect, it } from '@jest/globals';
import { contextFrom, currentTraceparent } from './traceparent.js';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const SPAN = 'b7ad6b7169203331';
const found = (text: string | undefined, state?: string) => {
  const read = contextFrom(text, state);
  return read === null ? null : trace.getSpanContext(read)!;
};

describe('a traceparent', () => {
  it('is continued as it was sent, with its tracestate', () => {
    const read = found(`00-${TRACE}-${SPAN}-01`, 'rojo=00f067aa0ba902b7,congo=t61rcWkgMzE');
    expect(read).toMatchObject({ traceId: TRACE, spanId: SPAN, traceFlags: 1, isRemote: true });
    expect(read!.traceState!.get('congo')).toBe('t61rcWkgMzE');
  });

  it('of a later version is read as far as it is known', () => {
    expect(found(`cc-${TRACE}-${SPAN}-01-what-comes`)).toMatchObject({ traceId: TRACE });
  });

  it.each([
    undefined,
    '',
    `00-${TRACE}-${SPAN}`,
    `00-${TRACE}-${SPAN}-01-more`,
    `00-${TRACE}-${SPAN}-01more`,
    `ff-${TRACE}-${SPAN}-01`,
    `00-${'0'.repeat(32)}-${SPAN}-01`,
    `00-${TRACE}-${'0'.repeat(16)}-01`,
    `00-${TRACE.toUpperCase()}-${SPAN}-01`,
    `00-${TRACE}-${SPAN}-01 `,
  ])('that cannot be read (%s) is none', (text) => {
    expect(contextFrom(text)).toBeNull();
  });

  it('is nobody’s outside of any trace', () => {
    expect(context.active()).toBe(ROOT_CONTEXT);
    expect(currentTraceparent()).toBeNull();
  });
});
