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
