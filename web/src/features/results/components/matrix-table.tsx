import { Link } from '@tanstack/react-router';
import { Icon } from '@/components/icon';
import { appearance, verdictNames } from '@/components/verdict/verdict';
import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import type { Cell, LearnerResults } from '../api/matrix';
import { messages } from '../messages';
import styles from './matrix-table.module.css';

interface MatrixTableProps {
  readonly learners: readonly LearnerResults[];
  readonly exercises: readonly number[];
  readonly exerciseTitle: (id: number) => string;
}

/** Learners by exercises. Each cell has the best verdict, and leads to the submissions behind it. */
export function MatrixTable({ learners, exercises, exerciseTitle }: MatrixTableProps) {
  const t = useMessages(messages);
  const locale = useLocale();
  return (
    // Scrolls in both directions, so it must be reachable by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('matrix')}>
      <table className={styles.matrix}>
        <thead>
          <tr>
            <th scope="col" className={styles.learner}>
              {t('learner')}
            </th>
            <th scope="col" className={styles.number}>
              {t('solvedShort')}
            </th>
            <th scope="col" className={styles.number}>
              {t('points')}
            </th>
            {exercises.map((id) => (
              <th key={id} scope="col" className={styles.exercise}>
                <Link to="/author/exercises/$id" params={{ id: String(id) }}>
                  {exerciseTitle(id)}
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {learners.map((learner) => (
            <tr key={learner.user_id}>
              <th scope="row" className={styles.learner}>
                {learner.username}
              </th>
              <td className={styles.number}>{learner.solved.toLocaleString(locale)}</td>
              <td className={styles.number}>{learner.points.toLocaleString(locale)}</td>
              {exercises.map((id) => (
                <td key={id} className={styles.cell}>
                  <Result
                    cell={learner.exercises.find(({ exercise_id }) => exercise_id === id)}
                    learner={learner.username}
                    exercise={exerciseTitle(id)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface ResultProps {
  readonly cell: Cell | undefined;
  readonly learner: string;
  readonly exercise: string;
}

function Result({ cell, learner, exercise }: ResultProps) {
  const t = useMessages(messages);
  const names = useMessages(verdictNames);
  const locale = useLocale();
  if (!cell) return <span className={styles.none}>–</span>;
  const { exercise_id, best_status: verdict, best_score, total_attempts } = cell;
  const looks = verdict ? appearance[verdict] : { tone: 'plain', icon: 'clock' as const };
  const words = t('cell', {
    learner,
    exercise,
    verdict: verdict ? names(verdict) : t('notJudged'),
    points: best_score ?? 0,
    count: total_attempts,
  });
  return (
    <Link
      to="/author/exercises/$id"
      params={{ id: String(exercise_id) }}
      search={{ learner }}
      className={styles.result}
      data-tone={looks.tone}
      title={words}
    >
      <span className={styles.verdict}>
        <Icon name={looks.icon} size={13} />
        {verdict ?? '…'}
      </span>
      <span className={styles.score}>{(best_score ?? 0).toLocaleString(locale)}</span>
      <span className="visually-hidden">{words}</span>
    </Link>
  );
}
