/** An address that deliveries may not go to. Nothing was sent. */
export class AddressRefused extends Error {
  readonly code = 'BATON_ADDRESS_REFUSED';

  constructor(
    /** null where the connection was gone before it could name one */
    readonly address: string | null,
  ) {
    super('Expected an address that deliveries may go to; found another.');
  }
}

export class ConnectTimedOut extends Error {
  readonly code = 'ETIMEDOUT';

  constructor(timeoutMs: number) {
    super(`Expected a connection within ${timeoutMs} ms; found none.`);
  }
}

/** TLS could not be agreed on, or the certificate is not trusted. */
export class TlsFailed extends Error {
  readonly code = 'BATON_TLS';
}

/** An error between connection and first request, told from those of the connection itself. */
export function inTls(error: NodeJS.ErrnoException): Error {
  const ofConnection = ['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT'];
  const { code = '', message } = error;
  if (ofConnection.includes(code)) return error;
  return new TlsFailed(code === '' ? message : code, { cause: error });
}
