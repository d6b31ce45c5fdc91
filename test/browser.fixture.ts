/** A browser as far as signing in needs one: it keeps cookies by origin, and goes where it is sent. */
export class Browser {
  private readonly jars = new Map<string, Map<string, string>>();

  /** One request, with the cookies of its origin. */
  async send(address: string, init: RequestInit = {}): Promise<Response> {
    const { origin } = new URL(address);
    const headers = new Headers(init.headers);
    const cookies = [...(this.jars.get(origin) ?? [])].map(([name, value]) => `${name}=${value}`);
    if (cookies.length > 0) headers.set('cookie', cookies.join('; '));
    const response = await fetch(address, { ...init, headers, redirect: 'manual' });
    for (const cookie of response.headers.getSetCookie()) this.keep(origin, cookie);
    return response;
  }

  cookie(address: string, name: string): string | undefined {
    return this.jars.get(new URL(address).origin)?.get(name);
  }

  set(address: string, name: string, value: string): void {
    const { origin } = new URL(address);
    this.jars.set(origin, (this.jars.get(origin) ?? new Map<string, string>()).set(name, value));
  }

  /** Follows an address through the forms of oidc-provider until it is sent to one that begins with `until`. */
  async signIn(address: string, { login, until }: { login: string; until: string }): Promise<URL> {
    let at = address;
    for (let steps = 0; steps < 20; steps += 1) {
      const page = await this.send(at);
      const next = page.headers.get('location') ?? (await this.submit(at, page, login));
      at = new URL(next, at).href;
      if (at.startsWith(until)) return new URL(at);
    }
    throw new Error(`Expected to be sent to ${until}; ended at ${at}.`);
  }

  private async submit(at: string, page: Response, login: string): Promise<string> {
    const html = await page.text();
    const [, prompt] = /name="prompt" value="(\w+)"/u.exec(html) ?? [];
    const [, action = at] = /<form[^>]* action="([^"]+)"/u.exec(html) ?? [];
    if (prompt === undefined) throw new Error(`Expected a form at ${at}; found ${html}.`);
    const body = new URLSearchParams({ prompt, login, password: 'anything' });
    const answer = await this.send(new URL(action, at).href, { method: 'POST', body });
    return answer.headers.get('location')!;
  }

  private keep(origin: string, cookie: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/u.exec(cookie) ?? [];
    const over = /max-age=0|expires=thu, 01 jan 1970/iu.test(cookie) || value === '';
    if (over) this.jars.get(origin)?.delete(name);
    else this.set(origin, name, value);
  }
}
