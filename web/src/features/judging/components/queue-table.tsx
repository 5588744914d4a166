import { useSuspenseQuery } from '@tanstack/react-query';
import { Card } from '@/components/page';
import { formatAgo, formatDuration } from '@/lib/i18n/format';
import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import { queueQuery } from '../api/judging';
import { messages } from '../messages';

/** How long the queue is, and how long jobs wait in it, by lane. */
export function QueueTable() {
  const t = useMessages(messages);
  const locale = useLocale();
  const { lanes } = useSuspenseQuery(queueQuery()).data;
  const duration = (milliseconds: number | null) =>
    milliseconds === null ? '–' : formatDuration(milliseconds, locale);
  return (
    <Card>
      <table className="data">
        <thead>
          <tr>
            <th scope="col">{t('lane')}</th>
            <th scope="col" className="number">
              {t('waiting')}
            </th>
            <th scope="col">{t('oldest')}</th>
            <th scope="col" className="number">
              {t('judging')}
            </th>
            <th scope="col" className="number">
              {t('failedJobs')}
            </th>
            <th scope="col" className="number">
              {t('median')}
            </th>
            <th scope="col" className="number">
              {t('p95')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lanes.map((lane) => (
            <tr key={lane.lane}>
              <th scope="row">{t(lane.lane)}</th>
              <td className="number" data-label={t('waiting')}>
                {lane.waiting.toLocaleString(locale)}
              </td>
              <td data-label={t('oldest')}>
                {lane.oldest_queued_at === null ? '–' : formatAgo(lane.oldest_queued_at, locale)}
              </td>
              <td className="number" data-label={t('judging')}>
                {lane.judging.toLocaleString(locale)}
              </td>
              <td className="number" data-label={t('failedJobs')}>
                {lane.failed.toLocaleString(locale)}
              </td>
              <td className="number" data-label={t('median')}>
                {duration(lane.wait_median_ms)}
              </td>
              <td className="number" data-label={t('p95')}>
                {duration(lane.wait_p95_ms)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
