import { useSyncExternalStore } from 'react';
import { storage } from './storage';
import { Store } from './store';

export type Theme = 'system' | 'light' | 'dark';

const key = 'theme';

function remembered(): Theme {
  const value = storage.read(key);
  return value === 'light' || value === 'dark' ? value : 'system';
}

/** The chosen colour theme; `system` follows the device. `public/preferences.js` applies it before the first paint. */
export const theme = new Store<Theme>(remembered());

export function chooseTheme(value: Theme): void {
  if (value === 'system') {
    storage.remove(key);
    delete document.documentElement.dataset.theme;
  } else {
    storage.write(key, value);
    document.documentElement.dataset.theme = value;
  }
  theme.set(value);
}

const darkDevice = '(prefers-color-scheme: dark)';

/** Whether the page is dark now, for what can't follow the tokens. */
export function useDark(): boolean {
  return useSyncExternalStore(watchDark, isDark);
}

function isDark(): boolean {
  return theme.value === 'dark' || (theme.value === 'system' && matchMedia(darkDevice).matches);
}

function watchDark(listener: () => void): () => void {
  const device = matchMedia(darkDevice);
  device.addEventListener('change', listener);
  const stop = theme.subscribe(listener);
  return () => {
    device.removeEventListener('change', listener);
    stop();
  };
}
