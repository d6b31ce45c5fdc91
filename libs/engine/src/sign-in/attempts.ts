import { sha256 } from '#domain';
import type { Pool } from 'pg';

/** For so long a person may take to sign in at the issuer. */
const ATTEMPT_AT_MOST = '10 minutes';

/** A browser on its way to the issuer and back. */
export interface SignInAttempt {
  /** goes through the issuer */
  state: string;
  /** stays with the browser, so that nobody finishes what another began */
  browser: string;
  nonce: string;
  codeVerifier: string;
  returnTo: string;
}

/** Remembers a sign-in that begins. */
export async function keepAttempt(pool: Pool, attempt: SignInAttempt): Promise<void> {
  const { state, browser, nonce, codeVerifier, returnTo } = attempt;
  await pool.query(
    `insert into sign_in_attempt
     values ($1, $2, $3, $4, $5, now() + interval '${ATTEMPT_AT_MOST}')`,
    [sha256(state), sha256(browser), nonce, codeVerifier, returnTo],
  );
}

/** The sign-in that a browser began under a state, once: whoever comes with the same answer again finds nothing. */
export async function takeAttempt(
  pool: Pool,
  { state, browser }: { state: string; browser: string },
): Promise<SignInAttempt | null> {
  const { rows } = await pool.query<Omit<SignInAttempt, 'state' | 'browser'>>(
    `delete from sign_in_attempt
     where state_hash = $1 and browser_hash = $2 and expires_at > now()
     returning nonce, code_verifier as "codeVerifier", return_to as "returnTo"`,
    [sha256(state), sha256(browser)],
  );
  return rows[0] === undefined ? null : { state, browser, ...rows[0] };
}
