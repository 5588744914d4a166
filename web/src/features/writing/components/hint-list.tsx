import { TextAreaField } from '@/components/field';
import { OrderButtons } from '@/components/order-buttons';
import { useMessages } from '@/lib/i18n/messages';
import { without } from '../api/changes';
import type { DraftSettings } from '../api/drafts';
import { guidanceMessages } from '../guidance-messages';
import styles from './part.module.css';

export type Hints = NonNullable<DraftSettings['hints']>;

interface HintListProps {
  readonly hints: Hints;
  readonly onChange: (hints: Hints) => void;
}

/** The hints of a draft in their order. */
export function HintList({ hints, onChange }: HintListProps) {
  const t = useMessages(guidanceMessages);
  const write = (index: number, locale: string, text: string) => {
    const others = without(hints[index] ?? {}, locale);
    // A hint without any text keeps an empty one, so that it does not vanish while it is written.
    const empty = text === '' && Object.keys(others).length > 0;
    onChange(hints.with(index, empty ? others : { ...others, [locale]: text }));
  };
  const move = (from: number, to: number) => {
    const hint = hints[from];
    if (hint) onChange(hints.toSpliced(from, 1).toSpliced(to, 0, hint));
  };
  if (hints.length === 0) return <p>{t('noHints')}</p>;
  return hints.map((hint, index) => {
    const number = index + 1;
    return (
      <div key={index} className={styles.fields}>
        {(['vi', 'en'] as const).map((locale) => (
          <TextAreaField
            key={locale}
            label={t(locale === 'vi' ? 'hintVi' : 'hintEn', { number })}
            lang={locale}
            rows={3}
            value={hint[locale] ?? ''}
            onChange={({ target }) => write(index, locale, target.value)}
          />
        ))}
        <div className={styles.toolbar}>
          <OrderButtons
            index={index}
            count={hints.length}
            up={[t('up'), t('hintUp', { number })]}
            down={[t('down'), t('hintDown', { number })]}
            remove={[t('remove'), t('removeHint', { number })]}
            onMove={(to) => move(index, to)}
            onRemove={() => onChange(hints.toSpliced(index, 1))}
          />
        </div>
      </div>
    );
  });
}
