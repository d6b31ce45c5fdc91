/** oidc-provider brings no types of its own; this much of it is used, by tests alone. */
declare module 'oidc-provider' {
  import type { RequestListener } from 'node:http';

  export class Provider {
    constructor(issuer: string, configuration: object);
    callback(): RequestListener;
    on(event: string, listener: (...of: unknown[]) => void): this;
  }
}
