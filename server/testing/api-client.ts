/** A client of the API that keeps its cookies, as one browser does. */
export type ApiClient = {
  /** Calls an address; a body is sent as JSON. */
  call(method: string, path: string, body?: unknown): Promise<Response>;
  /** The `Cookie` header that it sends now. */
  cookie(): string;
};

/** @param headers sent with every call */
export function createApiClient(
  url: string,
  headers: Readonly<Record<string, string>> = {},
): ApiClient {
  const { cookie: given = '', ...others } = headers;
  const kept = new Map(pairsOf(given));
  const cookie = () => [...kept].map(([name, value]) => `${name}=${value}`).join('; ');
  return {
    cookie,
    async call(method, path, body) {
      const response = await fetch(url + path, {
        method,
        headers: {
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(kept.size > 0 && { cookie: cookie() }),
          ...others,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      for (const set of response.headers.getSetCookie()) {
        const [pair = '', ...attributes] = set.split(';');
        const [name = '', value = ''] = pair.split('=');
        const over = attributes.some((one) => /expires=.*1970/i.test(one));
        if (over || value === '') kept.delete(name);
        else kept.set(name, value);
      }
      return response;
    },
  };
}

/** Names and values of a `Cookie` header. */
const pairsOf = (header: string): readonly (readonly [string, string])[] =>
  header.split('; ').flatMap((pair) => {
    const [name = '', value = ''] = pair.split('=');
    return name === '' ? [] : [[name, value] as const];
  });
