import { useSyncExternalStore } from 'react';

/** A value outside of React that components can follow. Equal values (by `Object.is`) notify nobody. */
export class Store<T> {
  #value: T;
  readonly #listeners = new Set<(value: T) => void>();

  constructor(initial: T) {
    this.#value = initial;
  }

  get value(): T {
    return this.#value;
  }

  set(value: T): void {
    if (Object.is(value, this.#value)) return;
    this.#value = value;
    for (const listener of [...this.#listeners]) listener(value);
  }

  subscribe = (listener: (value: T) => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The first value from now on for which the test holds. Fails if aborted before. */
  next(test: (value: T) => boolean, signal?: AbortSignal | null): Promise<T> {
    return new Promise((resolve, reject) => {
      const stop = this.subscribe((value) => {
        if (!test(value)) return;
        end();
        resolve(value);
      });
      const abort = () => {
        end();
        reject(signal?.reason as Error);
      };
      const end = () => {
        stop();
        signal?.removeEventListener('abort', abort);
      };
      if (signal?.aborted) abort();
      signal?.addEventListener('abort', abort);
    });
  }
}

export function useStore<T>(store: Store<T>): T {
  return useSyncExternalStore(store.subscribe, () => store.value);
}
