import { createParser, type EventSourceMessage } from 'eventsource-parser';
import { request } from './client';
import type { Operation } from './contract';
import { ConnectionLost } from './problem';

/** Without a byte for this long (the server sends a comment every 15 s) the stream is taken for dead. Milliseconds. */
const silence = 40_000;

/**
 * Follows a stream of server-sent events by `fetch`: `EventSource` cannot send the bearer token. Ends when the server ends
 * it; fails with {@link ConnectionLost} when it breaks off or falls silent.
 */
export async function* eventStream(
  operation: Extract<Operation, `${string}/events`>,
  options: {
    readonly path: { readonly id: string | number };
    readonly signal: AbortSignal;
    readonly lastEventId?: string | undefined;
  },
): AsyncGenerator<EventSourceMessage> {
  const silent = new AbortController();
  const response = await request(operation, {
    path: options.path,
    accept: 'text/event-stream',
    header: options.lastEventId === undefined ? {} : { 'Last-Event-ID': options.lastEventId },
    signal: AbortSignal.any([options.signal, silent.signal]),
  });
  const reader = response.body?.getReader();
  if (!reader) return;

  const events: EventSourceMessage[] = [];
  const parser = createParser({ onEvent: (event) => events.push(event) });
  const decoder = new TextDecoder();
  try {
    for (;;) {
      const timer = setTimeout(() => silent.abort(), silence);
      const chunk = await reader.read().finally(() => clearTimeout(timer));
      if (chunk.done) return;
      parser.feed(decoder.decode(chunk.value, { stream: true }));
      yield* events.splice(0);
    }
  } catch (cause) {
    if (options.signal.aborted) throw cause;
    throw new ConnectionLost(cause);
  } finally {
    // Leaving the loop early must close the connection; a reader that already failed has none.
    await reader.cancel().catch(() => undefined);
  }
}
