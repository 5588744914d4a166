import { Link } from '@tanstack/react-router';
import { Button } from '@/components/button';
import { formatAgo, formatTime } from '@/lib/i18n/format';
import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import { languageName } from '@/lib/languages';
import type { SubmissionState } from '../api/judging';
import { messages } from '../messages';
import styles from './failure-table.module.css';

interface FailureTableProps {
  readonly submissions: readonly SubmissionState[];
  readonly exerciseTitle: (id: number) => string;
  readonly onRejudge: (submission: SubmissionState) => void;
}

/** Submissions that could not be judged, each with the reason. */
export function FailureTable({ submissions, exerciseTitle, onRejudge }: FailureTableProps) {
  const t = useMessages(messages);
  const locale = useLocale();
  return (
    <table className="data">
      <thead>
        <tr>
          <th scope="col">{t('exercise')}</th>
          <th scope="col">{t('by')}</th>
          <th scope="col">{t('language')}</th>
          <th scope="col">{t('reason')}</th>
          <th scope="col">{t('failedAt')}</th>
          <th scope="col">{t('actions')}</th>
        </tr>
      </thead>
      <tbody>
        {submissions.map((submission) => {
          const { id, exercise_id, username, language, feedback_message } = submission;
          const failedAt = submission.judged_at ?? submission.submitted_at;
          return (
            <tr key={id}>
              <th scope="row" className={styles.subject}>
                <Link to="/submissions/$id" params={{ id: String(id) }}>
                  {exerciseTitle(exercise_id)}
                </Link>
              </th>
              <td data-label={t('by')}>{username}</td>
              <td data-label={t('language')}>{languageName(language)}</td>
              <td data-label={t('reason')} className={styles.reason}>
                {feedback_message ?? t('noReason')}
              </td>
              <td data-label={t('failedAt')}>
                <time dateTime={failedAt} title={formatTime(failedAt, locale)}>
                  {formatAgo(failedAt, locale)}
                </time>
              </td>
              <td data-label={t('actions')}>
                <Button
                  size="small"
                  icon="reset"
                  aria-label={t('rejudgeOne', { id: String(id) })}
                  onClick={() => onRejudge(submission)}
                >
                  {t('rejudge')}
                </Button>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
