import { Link } from '@tanstack/react-router';
import { Button } from '@/components/button';
import { formatAgo, formatTime } from '@/lib/i18n/format';
import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import { languageName } from '@/lib/languages';
import type { JudgingFailure } from '../api/judging';
import { messages } from '../messages';
import styles from './tables.module.css';

interface FailureTableProps {
  readonly failures: readonly JudgingFailure[];
  readonly exerciseTitle: (id: number) => string;
  readonly onRetry: (submission: number) => void;
}

/** Submissions that could not be judged, each with the reason. */
export function FailureTable({ failures, exerciseTitle, onRetry }: FailureTableProps) {
  const t = useMessages(messages);
  return (
    <table className="data">
      <thead>
        <tr>
          <th scope="col">{t('exercise')}</th>
          <th scope="col">{t('learner')}</th>
          <th scope="col">{t('language')}</th>
          <th scope="col">{t('reason')}</th>
          <th scope="col">{t('failed')}</th>
          <th scope="col">{t('actions')}</th>
        </tr>
      </thead>
      <tbody>
        {failures.map((failure) => (
          <Row
            key={failure.submission_id}
            failure={failure}
            title={exerciseTitle(failure.exercise_id)}
            onRetry={onRetry}
          />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly failure: JudgingFailure;
  readonly title: string;
  readonly onRetry: (submission: number) => void;
}

function Row({ failure, title, onRetry }: RowProps) {
  const t = useMessages(messages);
  const locale = useLocale();
  const { submission_id: id, username, language, reason, failed_at, tries, last_judge } = failure;
  return (
    <tr>
      <th scope="row" className={styles.long}>
        <Link to="/submissions/$id" params={{ id: String(id) }}>
          {title}
        </Link>
      </th>
      <td data-label={t('learner')} className={styles.long}>
        {username}
      </td>
      <td data-label={t('language')}>{languageName(language)}</td>
      <td data-label={t('reason')} className={styles.reason}>
        <span>
          {reason ?? t('noReason')}
          <span className={styles.tries}>
            {last_judge === null
              ? t('tries', { count: tries })
              : t('triesLast', { count: tries, judge: last_judge })}
          </span>
        </span>
      </td>
      <td data-label={t('failed')}>
        <time dateTime={failed_at} title={formatTime(failed_at, locale)}>
          {formatAgo(failed_at, locale)}
        </time>
      </td>
      <td data-label={t('actions')}>
        <Button
          size="small"
          icon="reset"
          aria-label={t('retryNamed', { id: String(id) })}
          onClick={() => onRetry(id)}
        >
          {t('retry')}
        </Button>
      </td>
    </tr>
  );
}
