import { formatTime } from '@/lib/i18n/format';
import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import type { AuditEntry } from '../api/administration';
import { messages } from '../messages';
import styles from './administration.module.css';

export function AuditTable({ entries }: { readonly entries: readonly AuditEntry[] }) {
  const t = useMessages(messages);
  const locale = useLocale();
  return (
    <table className="data">
      <thead>
        <tr>
          <th scope="col">{t('at')}</th>
          <th scope="col">{t('kind')}</th>
          <th scope="col">{t('who')}</th>
          <th scope="col">{t('target')}</th>
          <th scope="col">{t('network')}</th>
          <th scope="col">{t('details')}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map(({ id, at, kind, actor, target, network, details }) => (
          <tr key={id}>
            <td data-label={t('at')}>
              <time dateTime={at}>{formatTime(at, locale)}</time>
            </td>
            <th scope="row" className={styles.mono}>
              {kind}
            </th>
            <td data-label={t('who')}>{actor ?? t('system')}</td>
            <td data-label={t('target')} className={styles.mono}>
              {target ?? '–'}
            </td>
            <td data-label={t('network')} className={styles.mono}>
              {network ?? '–'}
            </td>
            <td data-label={t('details')} className={styles.mono}>
              {Object.entries(details)
                .map(([name, value]) => `${name}: ${value}`)
                .join(', ') || '–'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
