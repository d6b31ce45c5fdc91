const LOOPBACK = /^(localhost|127(?:\.\d{1,3}){3}|\[::1\])$/iu;

/** Whether a host name means this machine and no other. */
export function isLoopback(hostname: string): boolean {
  return LOOPBACK.test(hostname);
}

/** Whether what is sent to an address cannot be read on the way: https, or http that never leaves this machine. */
export function isSafeAddress(text: unknown): boolean {
  const url = addressIn(text);
  if (url === null || url.username !== '' || url.password !== '' || url.hash !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
}

/** Whether it is such an address without a path, as browsers name an origin. */
export function isOwnAddress(text: unknown): boolean {
  const url = addressIn(text);
  return url !== null && isSafeAddress(text) && url.pathname === '/' && url.search === '';
}

function addressIn(text: unknown): URL | null {
  return typeof text === 'string' && URL.canParse(text) ? new URL(text) : null;
}
