import { Button } from '@/components/button';
import { formatTime } from '@/lib/i18n/format';
import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import type { Mail } from '../api/administration';
import { messages } from '../messages';
import styles from './administration.module.css';

interface MailTableProps {
  readonly mails: readonly Mail[];
  readonly onRetry: (id: number) => void;
}

export function MailTable({ mails, onRetry }: MailTableProps) {
  const t = useMessages(messages);
  const locale = useLocale();
  return (
    <table className="data">
      <thead>
        <tr>
          <th scope="col">{t('subject')}</th>
          <th scope="col">{t('recipient')}</th>
          <th scope="col">{t('made')}</th>
          <th scope="col" className="number">
            {t('attempts')}
          </th>
          <th scope="col">{t('lastError')}</th>
          <th scope="col">{t('actions')}</th>
        </tr>
      </thead>
      <tbody>
        {mails.map(({ id, subject, recipient, created_at, attempts, last_error }) => (
          <tr key={id}>
            <th scope="row">{subject}</th>
            <td data-label={t('recipient')}>{recipient}</td>
            <td data-label={t('made')}>{formatTime(created_at, locale)}</td>
            <td className="number" data-label={t('attempts')}>
              {attempts.toLocaleString(locale)}
            </td>
            <td data-label={t('lastError')} className={styles.mono}>
              {last_error ?? '–'}
            </td>
            <td data-label={t('actions')}>
              <Button
                size="small"
                aria-label={t('retryNamed', { subject, recipient })}
                onClick={() => onRetry(id)}
              >
                {t('retry')}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
