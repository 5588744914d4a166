import { Store } from './store';

/**
 * Whether the platform answers. The first failed request makes it `lost`; then `/health` is probed until anything
 * answers. `navigator.onLine` is no help: a laptop without network still reaches a platform that runs on itself.
 */
export const connection = new Store<'ok' | 'lost'>('ok');

// A hint that is worth a try, no more.
window.addEventListener('online', () => {
  if (connection.value === 'lost') void probeConnection();
});

const firstDelay = 1_000;
const longestDelay = 10_000;
let timer: ReturnType<typeof setTimeout> | undefined;

export function reportConnectionLost(): void {
  if (connection.value === 'lost') return;
  connection.set('lost');
  schedule(firstDelay);
}

export function reportConnectionWorks(): void {
  clearTimeout(timer);
  timer = undefined;
  connection.set('ok');
}

/** Probes at once, for the impatient. */
export async function probeConnection(delay = firstDelay): Promise<void> {
  clearTimeout(timer);
  try {
    await fetch('/health', { cache: 'no-store', signal: AbortSignal.timeout(5_000) });
    reportConnectionWorks();
  } catch {
    schedule(Math.min(delay * 2, longestDelay));
  }
}

/** Resolves when the platform answers again (at once if it does). */
export function connectionRestored(): Promise<void> {
  if (connection.value === 'ok') return Promise.resolve();
  return new Promise((resolve) => {
    const stop = connection.subscribe((state) => {
      if (state === 'lost') return;
      stop();
      resolve();
    });
  });
}

function schedule(delay: number): void {
  timer = setTimeout(() => void probeConnection(delay), delay);
}
