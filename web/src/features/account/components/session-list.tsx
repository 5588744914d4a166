import { useSuspenseQuery } from '@tanstack/react-query';
import { Alert, ProblemAlert } from '@/components/alert';
import { announce } from '@/components/announcer';
import { Badge } from '@/components/badge';
import { Button } from '@/components/button';
import { Card } from '@/components/page';
import { formatAgo, formatTime } from '@/lib/i18n/format';
import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import { sessionsQuery, useSignOutDevices, type Device } from '../api/sessions';
import { messages } from '../messages';
import styles from './session-list.module.css';

/** Where the user is signed in, and how to end that. */
export function SessionList() {
  const t = useMessages(messages);
  const { items } = useSuspenseQuery(sessionsQuery()).data;
  const end = useSignOutDevices();
  const words = t(end.variables === null ? 'othersSignedOut' : 'deviceSignedOut');
  const signOut = (id: string | null) =>
    end.mutate(id, {
      onSuccess: () => announce(t(id === null ? 'othersSignedOut' : 'deviceSignedOut')),
    });
  return (
    <div className={styles.list}>
      {end.error && <ProblemAlert error={end.error} />}
      {end.isSuccess && <Alert tone="good">{words}</Alert>}
      <Card>
        <table className="data">
          <thead>
            <tr>
              <th scope="col">{t('device')}</th>
              <th scope="col">{t('network')}</th>
              <th scope="col">{t('signedInAt')}</th>
              <th scope="col">{t('lastUsed')}</th>
              <th scope="col">{t('actions')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((device) => (
              <Row key={device.id} device={device} onEnd={() => signOut(device.id)} />
            ))}
          </tbody>
        </table>
      </Card>
      {items.length > 1 && (
        <Button variant="danger" pending={end.isPending} onClick={() => signOut(null)}>
          {t('signOutOthers')}
        </Button>
      )}
    </div>
  );
}

function Row({ device, onEnd }: { readonly device: Device; readonly onEnd: () => void }) {
  const t = useMessages(messages);
  const locale = useLocale();
  const { user_agent, network, created_at, last_used_at, is_current } = device;
  const name = user_agent ?? t('unknownDevice');
  return (
    <tr>
      <th scope="row">
        {name} {is_current && <Badge tone="info">{t('thisDevice')}</Badge>}
      </th>
      <td data-label={t('network')}>{network ?? '–'}</td>
      <td data-label={t('signedInAt')}>
        <time dateTime={created_at}>{formatTime(created_at, locale)}</time>
      </td>
      <td data-label={t('lastUsed')}>
        <time dateTime={last_used_at} title={formatTime(last_used_at, locale)}>
          {formatAgo(last_used_at, locale)}
        </time>
      </td>
      <td data-label={t('actions')}>
        {is_current ? (
          '–'
        ) : (
          <Button
            size="small"
            aria-label={t('signOutDevice', { device: name, time: formatTime(created_at, locale) })}
            onClick={onEnd}
          >
            {t('signOutHere')}
          </Button>
        )}
      </td>
    </tr>
  );
}
