import { vi } from 'vitest';

export interface Received {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  readonly body: unknown;
}

type Answer = (request: Received) => Response | Promise<Response>;

/** Stands in for the platform behind `fetch`: routes as "METHOD /path" to answers, and remembers what it was asked. */
export class FakePlatform {
  readonly received: Received[] = [];
  readonly #routes = new Map<string, Answer>();

  static install(): FakePlatform {
    const platform = new FakePlatform();
    vi.stubGlobal('fetch', (path: string, init?: RequestInit) => platform.#answer(path, init));
    return platform;
  }

  on(route: string, answer: Answer): this {
    this.#routes.set(route, answer);
    return this;
  }

  requests(route: string): readonly Received[] {
    return this.received.filter(({ method, path }) => `${method} ${path}` === route);
  }

  async #answer(address: string, init: RequestInit = {}): Promise<Response> {
    const url = new URL(address, 'http://platform.test');
    const request: Received = {
      method: init.method ?? 'GET',
      path: url.pathname,
      query: url.searchParams,
      headers: new Headers(init.headers),
      body: typeof init.body === 'string' ? JSON.parse(init.body) : init.body,
    };
    this.received.push(request);
    const answer = this.#routes.get(`${request.method} ${request.path}`);
    return Promise.race([answer?.(request) ?? problem(404, 'not_found'), aborted(init.signal)]);
  }
}

/** Fails when the signal does, as `fetch` would. */
function aborted(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}

export function json(body: unknown, status = 200): Response {
  return Response.json(body, { status });
}

export function problem(
  status: number,
  code: string,
  more: Record<string, unknown> = {},
): Response {
  return new Response(JSON.stringify({ type: 'about:blank', title: code, status, code, ...more }), {
    status,
    headers: { 'Content-Type': 'application/problem+json' },
  });
}

/** A stream of server-sent events that ends after the last one. */
export function events(
  ...items: readonly { event: string; data: unknown; id?: string }[]
): Response {
  const text = items.map(
    ({ event, data, id }) =>
      `${id ? `id: ${id}\n` : ''}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`,
  );
  return new Response(text.join(''), { headers: { 'Content-Type': 'text/event-stream' } });
}
