import type { EndpointSettings } from '../config.ts';

/** Local servers ask for no key, but the SDK does not start without one. */
const noKey = 'no-key';

/**
 * The settings that every client of an endpoint shares, all explicit: what is left out, the SDK looks for in the
 * environment. It does not log either: of a broken reply it would log what the model said.
 */
export function toClientOptions(endpoint: EndpointSettings, fetch: typeof globalThis.fetch) {
  return {
    apiKey: endpoint.apiKey ?? noKey,
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    baseURL: endpoint.baseUrl,
    logLevel: 'off',
    fetch,
  } as const;
}
