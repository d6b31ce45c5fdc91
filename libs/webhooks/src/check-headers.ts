/** Bytes of all names and values. */
const LARGEST = 8192;
const NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/u;
const VALUE = /^[\t\x20-\x7e]*$/u;
/** What the delivery itself or the connection decides. */
const OURS =
  /^(host|content-(type|length|encoding)|transfer-encoding|te|trailer|connection|keep-alive|upgrade|expect|proxy-.*|webhook-.*|traceparent|tracestate|user-agent)$/u;

/** What speaks against sending these headers with each delivery, as sentences; none where they may be. Pure. */
export function checkHeaders(headers: Readonly<Record<string, string>>): string[] {
  const problems = Object.entries(headers).flatMap(([name, value]) => problemsOf(name, value));
  const size = Object.entries(headers).flat().join('').length;
  if (size > LARGEST) {
    problems.push(`Expected headers of at most ${LARGEST} bytes in all; found ${size}.`);
  }
  return problems;
}

function problemsOf(name: string, value: string): string[] {
  if (!NAME.test(name)) return [`Expected the name of a header; found "${name}".`];
  if (OURS.test(name.toLowerCase())) {
    return [`Expected a header that a delivery does not set itself; found ${name}.`];
  }
  if (VALUE.test(value)) return [];
  // The value may be a secret of the receiver.
  return [`Expected visible ASCII as the value of the header ${name}; found other characters.`];
}
