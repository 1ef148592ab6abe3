/** Who logs in: keeps cookies, and follows nobody by itself. */
export class Browser {
  readonly #cookies = new Map<string, string>();
  readonly #sites: ReadonlyMap<string, string>;

  /** @param sites where public origins are answered here, as `https://auth.example.org` → `http://127.0.0.1:8080`. */
  constructor(sites: Readonly<Record<string, string>>) {
    this.#sites = new Map(Object.entries(sites));
  }

  /** One request, as the gateway would pass it on. */
  async ask(address: string, form?: Readonly<Record<string, string>>): Promise<Response> {
    const { origin, host, pathname, search } = new URL(address);
    const site = this.#sites.get(origin) ?? origin;
    const response = await fetch(`${site}${pathname}${search}`, {
      redirect: 'manual',
      method: form ? 'POST' : 'GET',
      headers: {
        cookie: [...this.#cookies]
          .filter(([name]) => name.startsWith(`${host} `))
          .map(([name, value]) => `${name.slice(host.length + 1)}=${value}`)
          .join('; '),
        'x-forwarded-proto': 'https',
        'x-forwarded-host': host,
        'x-forwarded-for': '203.0.113.7',
      },
      ...(form && { body: new URLSearchParams(form) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = cookie.match(/^([^=]+)=([^;]*)/) ?? [];
      this.#cookies.set(`${host} ${name}`, value);
    }
    return response;
  }

  /** Follows redirects until one leads to another origin, or nowhere. */
  async follow(address: string): Promise<{ address: string; response: Response }> {
    const response = await this.ask(address);
    const next = response.headers.get('location');
    if (next === null) return { address, response };
    const target = new URL(next, address);
    return this.#sites.has(target.origin) ? this.follow(target.href) : { address: target.href, response };
  }
}

/** Where the form of a page leads. */
export function formOf(page: string): string {
  const [, action] = page.match(/<form[^>]*action="([^"]+)"/) ?? [];
  if (action === undefined) throw new Error(`no form in ${page.slice(0, 2000)}`);
  return action.replaceAll('&amp;', '&');
}
