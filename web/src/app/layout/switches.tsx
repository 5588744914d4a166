import { Icon, type IconName } from '@/components/icon';
import { chooseLocale, isLocale, localeNames, locales, useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import { useStore } from '@/lib/store';
import { chooseTheme, theme, type Theme } from '@/lib/theme';
import { messages } from '../messages';
import styles from './switches.module.css';

export function LanguageSwitch() {
  const t = useMessages(messages);
  const locale = useLocale();
  return (
    <label className={styles.switch}>
      <Icon name="globe" />
      <span className={styles.code} aria-hidden="true">
        {locale.toUpperCase()}
      </span>
      <select
        aria-label={t('language')}
        value={locale}
        onChange={(event) => {
          if (isLocale(event.target.value)) chooseLocale(event.target.value);
        }}
      >
        {locales.map((id) => (
          <option key={id} value={id} lang={id}>
            {localeNames[id]}
          </option>
        ))}
      </select>
    </label>
  );
}

const themes: Record<Theme, IconName> = { system: 'device', light: 'sun', dark: 'moon' };

export function ThemeSwitch() {
  const t = useMessages(messages);
  const current = useStore(theme);
  return (
    <label className={styles.switch}>
      <Icon name={themes[current]} />
      <select
        aria-label={t('theme')}
        value={current}
        onChange={(event) => chooseTheme(event.target.value as Theme)}
      >
        {(Object.keys(themes) as Theme[]).map((id) => (
          <option key={id} value={id}>
            {t(id)}
          </option>
        ))}
      </select>
    </label>
  );
}
