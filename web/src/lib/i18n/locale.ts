import { storage } from '../storage';
import { Store, useStore } from '../store';

export const locales = ['en', 'vi'] as const;
export type Locale = (typeof locales)[number];

/** Each language by its own name, as a reader of that language looks for it. */
export const localeNames: Record<Locale, string> = { en: 'English', vi: 'Tiếng Việt' };

const key = 'locale';

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}

function initial(): Locale {
  const remembered = storage.read(key);
  if (isLocale(remembered)) return remembered;
  const preferred = navigator.languages.map((language) => language.slice(0, 2)).find(isLocale);
  return preferred ?? 'en';
}

export const currentLocale = new Store<Locale>(initial());
document.documentElement.lang = currentLocale.value;

export function chooseLocale(locale: Locale): void {
  storage.write(key, locale);
  document.documentElement.lang = locale;
  currentLocale.set(locale);
}

/** True if the reader chose the language here before, rather than got it from the browser. */
export function localeWasChosen(): boolean {
  return isLocale(storage.read(key));
}

export function useLocale(): Locale {
  return useStore(currentLocale);
}
