import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { announce } from '@/components/announcer';
import { Button } from '@/components/button';
import { Icon } from '@/components/icon';
import { useWaitingCount } from '@/features/submissions/api/use-outbox';
import { connection, probeConnection } from '@/lib/connection';
import { translator, useMessages } from '@/lib/i18n/messages';
import { useStore } from '@/lib/store';
import { messages } from '../messages';
import styles from './connection-banner.module.css';

/** Says that the platform does not answer, and brings the page up to date when it does again. */
export function ConnectionBanner() {
  const t = useMessages(messages);
  const client = useQueryClient();
  const lost = useStore(connection) === 'lost';
  const waiting = useWaitingCount();

  useEffect(
    () =>
      connection.subscribe((state) => {
        if (state === 'lost') return;
        announce(translator(messages)('restored'));
        void client.refetchQueries({
          predicate: ({ state: { status } }) => status === 'error',
          type: 'active',
        });
      }),
    [client],
  );

  return (
    <div role="alert">
      {lost && (
        <div className={styles.banner}>
          <Icon name="alert" />
          <p>
            <strong>{t('lost')}</strong> {t('lostDetail')}{' '}
            {waiting > 0 && t('waiting', { count: waiting })}
          </p>
          <Button size="small" onClick={() => void probeConnection()}>
            {t('tryNow')}
          </Button>
        </div>
      )}
    </div>
  );
}
