import { Link } from '@tanstack/react-router';
import { Badge } from '@/components/badge';
import { VerdictBadge } from '@/components/verdict/verdict-badge';
import { formatAgo, formatDuration, formatTime } from '@/lib/i18n/format';
import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import { languageName } from '@/lib/languages';
import type { SubmissionState } from '@/lib/judging/judging';
import { messages } from '../result-messages';
import styles from './submission-table.module.css';

interface SubmissionTableProps {
  readonly submissions: readonly SubmissionState[];
  /** What each row is about: the exercise, unless all are to the same one, or else the learner. */
  readonly exerciseTitle?: (id: number) => string;
}

export function SubmissionTable({ submissions, exerciseTitle }: SubmissionTableProps) {
  const t = useMessages(messages);
  const locale = useLocale();
  return (
    <table className="data">
      <thead>
        <tr>
          <th scope="col">{t(exerciseTitle ? 'exercise' : 'by')}</th>
          {!exerciseTitle && (
            <th scope="col" className="number">
              {t('attempt')}
            </th>
          )}
          <th scope="col">{t('verdict')}</th>
          <th scope="col" className="number">
            {t('points')}
          </th>
          <th scope="col">{t('language')}</th>
          <th scope="col" className="number">
            {t('time')}
          </th>
          <th scope="col">{t('submitted')}</th>
        </tr>
      </thead>
      <tbody>
        {submissions.map((submission) => (
          <tr key={submission.id}>
            <th scope="row" className={styles.subject}>
              <Link to="/submissions/$id" params={{ id: String(submission.id) }}>
                {exerciseTitle?.(submission.exercise_id) ?? submission.username}
              </Link>
            </th>
            {!exerciseTitle && (
              <td className="number" data-label={t('attempt')}>
                {submission.attempt_number.toLocaleString(locale)}
              </td>
            )}
            <td data-label={t('verdict')}>
              <State submission={submission} />
            </td>
            <td className="number" data-label={t('points')}>
              {submission.points === null
                ? '–'
                : `${submission.points.toLocaleString(locale)} / ${submission.max_points.toLocaleString(locale)}`}
            </td>
            <td data-label={t('language')}>{languageName(submission.language)}</td>
            <td className="number" data-label={t('time')}>
              {submission.time_ms === null ? '–' : formatDuration(submission.time_ms, locale)}
            </td>
            <td data-label={t('submitted')}>
              <time
                dateTime={submission.submitted_at}
                title={formatTime(submission.submitted_at, locale)}
              >
                {formatAgo(submission.submitted_at, locale)}
              </time>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function State({ submission }: { readonly submission: SubmissionState }) {
  const t = useMessages(messages);
  if (submission.verdict) return <VerdictBadge verdict={submission.verdict} />;
  if (submission.status === 'judge_error') return <VerdictBadge verdict="JE" />;
  if (submission.status === 'cancelled') return <Badge icon="info">{t('cancelled')}</Badge>;
  return <Badge icon="clock">{t(submission.status === 'queued' ? 'queued' : 'judging')}</Badge>;
}
