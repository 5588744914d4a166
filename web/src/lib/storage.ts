/**
 * Local storage that never throws: it may be switched off, full, or (in a private window) gone tomorrow.
 * `write` says whether the value was kept, so that a caller who promised to keep it can tell the user.
 */
const prefix = 'touchstone.';

export const storage = {
  read(key: string): string | null {
    try {
      return localStorage.getItem(prefix + key);
    } catch {
      return null;
    }
  },

  write(key: string, value: string): boolean {
    try {
      localStorage.setItem(prefix + key, value);
      return true;
    } catch {
      return false;
    }
  },

  remove(key: string): void {
    try {
      localStorage.removeItem(prefix + key);
    } catch {
      // Nothing was kept, so there is nothing to remove.
    }
  },

  /** The keys that begin so. */
  keys(start: string): readonly string[] {
    try {
      return Object.keys(localStorage)
        .filter((key) => key.startsWith(prefix + start))
        .map((key) => key.slice(prefix.length));
    } catch {
      return [];
    }
  },

  /** Calls the listener when another tab changes the key. Returns how to stop. */
  watch(key: string, listener: (value: string | null) => void): () => void {
    const onStorage = (event: StorageEvent) => {
      if (event.key === prefix + key) listener(event.newValue);
    };
    window.addEventListener('storage', onStorage);
    return () => window.removeEventListener('storage', onStorage);
  },
};
