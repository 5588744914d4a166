import { useSuspenseQuery } from '@tanstack/react-query';
import { Alert, type Tone } from '@/components/alert';
import { Badge } from '@/components/badge';
import { Card } from '@/components/page';
import { formatAgo, formatTime } from '@/lib/i18n/format';
import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import { languageName } from '@/lib/languages';
import { judgesQuery, type Judge } from '../api/judging';
import { messages } from '../messages';
import styles from './tables.module.css';

const states = {
  judging: { tone: 'good', key: 'stateJudging' },
  waiting: { tone: 'info', key: 'stateWaiting' },
  gone: { tone: 'warn', key: 'stateGone' },
} as const satisfies Record<Judge['state'], { tone: Tone; key: string }>;

/** The judges of the last day. */
export function JudgeTable() {
  const t = useMessages(messages);
  const { items } = useSuspenseQuery(judgesQuery()).data;
  if (items.length === 0) return <Alert tone="warn">{t('noJudge')}</Alert>;
  return (
    <Card>
      <table className="data">
        <thead>
          <tr>
            <th scope="col">{t('judge')}</th>
            <th scope="col">{t('state')}</th>
            <th scope="col">{t('lastSeen')}</th>
            <th scope="col" className="number">
              {t('judged')}
            </th>
            <th scope="col" className="number">
              {t('failedJobs')}
            </th>
            <th scope="col">{t('languages')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((judge) => (
            <Row key={judge.name} judge={judge} />
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function Row({ judge }: { readonly judge: Judge }) {
  const t = useMessages(messages);
  const locale = useLocale();
  const { tone, key } = states[judge.state];
  return (
    <tr>
      <th scope="row" className={styles.long}>
        {judge.name}
      </th>
      <td data-label={t('state')}>
        <Badge tone={tone}>{t(key)}</Badge>
      </td>
      <td data-label={t('lastSeen')}>
        <time dateTime={judge.last_seen} title={formatTime(judge.last_seen, locale)}>
          {formatAgo(judge.last_seen, locale)}
        </time>
      </td>
      <td className="number" data-label={t('judged')}>
        {judge.judged.toLocaleString(locale)}
      </td>
      <td className="number" data-label={t('failedJobs')}>
        {judge.failed.toLocaleString(locale)}
      </td>
      <td data-label={t('languages')} className={styles.long}>
        {judge.languages.map(languageName).join(', ')}
      </td>
    </tr>
  );
}
