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
      {items.length > 0 ? <Table items={items} onRemove={setAsked} /> : <p>{t('none')}</p>}
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

interface TableProps {
  readonly items: readonly Passkey[];
  readonly onRemove: (passkey: Passkey) => void;
}

function Table({ items, onRemove }: TableProps) {
  const t = useMessages(passkeyMessages);
  const locale = useLocale();
  return (
    <table className="data">
      <thead>
        <tr>
          <th scope="col">{t('name')}</th>
          <th scope="col">{t('createdAt')}</th>
          <th scope="col">{t('lastUsed')}</th>
          <th scope="col">{t('actions')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((passkey) => (
          <tr key={passkey.id}>
            <th scope="row">{passkey.name}</th>
            <td data-label={t('createdAt')}>
              <time dateTime={passkey.created_at}>{formatDate(passkey.created_at, locale)}</time>
            </td>
            <td data-label={t('lastUsed')}>
              {passkey.last_used_at === null ? t('never') : formatAgo(passkey.last_used_at, locale)}
            </td>
            <td data-label={t('actions')}>
              <Button
                size="small"
                aria-label={t('removeNamed', { name: passkey.name })}
                onClick={() => onRemove(passkey)}
              >
                {t('remove')}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
