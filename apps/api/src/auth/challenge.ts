import { ProblemError } from '../http/problem.js';

/** What a header may quote without escapes: RFC 6750 §3. */
const NOT_QUOTABLE = /[^\x20-\x21\x23-\x5b\x5d-\x7e]/gu;

/** 401 for a credential that does not count, with the challenge of RFC 6750 §3.1. */
export function unauthorized(code: string, detail: string): ProblemError {
  return challenged(401, { code, detail, parameters: { error: 'invalid_token' } });
}

/** 401 for a request that shows no credential: RFC 6750 §3.1 gives it no error. */
export function notIdentified(): ProblemError {
  return new ProblemError(
    401,
    'key_missing',
    'Expected the header "Authorization: Bearer <key or token>", or the cookie of a session; found none.',
    { headers: { 'www-authenticate': 'Bearer realm="baton"' } },
  );
}

/** 403 for a credential that was not given for this. */
export function scopeMissing(scope: string, scopes: readonly string[]): ProblemError {
  return challenged(403, {
    code: 'scope_missing',
    detail: `Expected a key, token or session with the scope "${scope}"; this one has ${scopes.join(', ') || 'none'}.`,
    parameters: { error: 'insufficient_scope', scope },
  });
}

function challenged(
  status: number,
  {
    code,
    detail,
    parameters,
  }: { code: string; detail: string; parameters: Record<string, string> },
): ProblemError {
  const said = Object.entries({ ...parameters, error_description: detail })
    .map(([name, text]) => `, ${name}="${text.replaceAll(NOT_QUOTABLE, "'")}"`)
    .join('');
  return new ProblemError(status, code, detail, {
    headers: { 'www-authenticate': `Bearer realm="baton"${said}` },
  });
}
