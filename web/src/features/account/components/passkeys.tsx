import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemAlert } from '@/components/alert';
import { announce } from '@/components/announcer';
import { Button } from '@/components/button';
import { ConfirmDialog } from '@/components/dialog';
import { formatAgo, formatDate } from '@/lib/i18n/format';
import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import { passkeysQuery, useRemovePasskey, type Passkey } from '../api/passkeys';
import { passkeySupport } from '../passkey-browser';
import { passkeyMessages } from '../passkey-messages';
import styles from './form.module.css';
import { PasskeyForm } from './passkey-form';

/** The passkeys of the account: add, list, remove. */
export function PasskeySection() {
  const t = useMessages(passkeyMessages);
  const { items } = useSuspenseQuery(passkeysQuery()).data;
  const remove = useRemovePasskey();
  const [asked, setAsked] = useState<Passkey>();
  const [adding, setAdding] = useState(false);
  const support = passkeySupport();
  return (
    <div className={styles.stack}>
      <p className={styles.text}>{t('text')}</p>
      {remove.error && <ProblemAlert error={remove.error} />}
      {items.length > 0 ? <List items={items} onRemove={setAsked} /> : <p>{t('none')}</p>}
      {support !== 'works' && <p className={styles.text}>{t(support)}</p>}
      {adding && <PasskeyForm onDone={() => setAdding(false)} />}
      {support === 'works' && !adding && (
        <Button onClick={() => setAdding(true)}>{t('add')}</Button>
      )}
      {asked && (
        <ConfirmDialog
          title={t('removeTitle', { name: asked.name })}
          question={t('removeText')}
          confirm={t('remove')}
          cancel={t('cancel')}
          onCancel={() => setAsked(undefined)}
          onConfirm={() => {
            setAsked(undefined);
            remove.mutate(asked, {
              onSuccess: () => announce(t('removed', { name: asked.name })),
            });
          }}
        />
      )}
    </div>
  );
}

interface ListProps {
  readonly items: readonly Passkey[];
  readonly onRemove: (passkey: Passkey) => void;
}

function List({ items, onRemove }: ListProps) {
  const t = useMessages(passkeyMessages);
  const locale = useLocale();
  return (
    <ul className={styles.list}>
      {items.map((passkey) => {
        const { id, name, created_at, last_used_at } = passkey;
        return (
          <li key={id}>
            <div>
              <strong>{name}</strong>
              <p className={styles.text}>
                {t('addedOn', { date: formatDate(created_at, locale) })}{' '}
                {last_used_at === null
                  ? t('neverUsed')
                  : t('usedLast', { time: formatAgo(last_used_at, locale) })}
              </p>
            </div>
            <Button
              size="small"
              aria-label={t('removeNamed', { name })}
              onClick={() => onRemove(passkey)}
            >
              {t('remove')}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
