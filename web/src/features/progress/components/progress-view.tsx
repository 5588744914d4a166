import { Link } from '@tanstack/react-router';
import { Figures } from '@/components/figures';
import { Card } from '@/components/page';
import { VerdictBadge } from '@/components/verdict/verdict-badge';
import { formatAgo, formatTime } from '@/lib/i18n/format';
import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import type { ExerciseProgress, Progress } from '../api/progress';
import { messages } from '../messages';

interface ProgressViewProps {
  readonly progress: Progress;
  readonly exerciseTitle: (id: number) => string;
  readonly exerciseSlug: (id: number) => string;
}

export function ProgressView({ progress, exerciseTitle, exerciseSlug }: ProgressViewProps) {
  const t = useMessages(messages);
  const locale = useLocale();
  const figures = [
    [t('solved'), progress.solved.toLocaleString(locale)],
    [t('attempted'), progress.attempted.toLocaleString(locale)],
    [t('points'), progress.points.toLocaleString(locale)],
  ] as const;
  return (
    <>
      <Figures figures={figures} />
      <Card>
        <table className="data">
          <thead>
            <tr>
              <th scope="col">{t('exercise')}</th>
              <th scope="col">{t('best')}</th>
              <th scope="col" className="number">
                {t('bestScore')}
              </th>
              <th scope="col" className="number">
                {t('attempts')}
              </th>
              <th scope="col">{t('last')}</th>
            </tr>
          </thead>
          <tbody>
            {progress.items.map((item) => (
              <Row
                key={item.exercise_id}
                item={item}
                title={exerciseTitle(item.exercise_id)}
                slug={exerciseSlug(item.exercise_id)}
              />
            ))}
          </tbody>
        </table>
      </Card>
    </>
  );
}

interface RowProps {
  readonly item: ExerciseProgress;
  readonly title: string;
  readonly slug: string;
}

function Row({ item, title, slug }: RowProps) {
  const t = useMessages(messages);
  const locale = useLocale();
  return (
    <tr>
      <th scope="row">
        <Link to="/exercises/$slug" params={{ slug }}>
          {title}
        </Link>
      </th>
      <td data-label={t('best')}>
        {item.best_status ? <VerdictBadge verdict={item.best_status} /> : '–'}
      </td>
      <td className="number" data-label={t('bestScore')}>
        {(item.best_score ?? 0).toLocaleString(locale)}
      </td>
      <td className="number" data-label={t('attempts')}>
        {item.total_attempts.toLocaleString(locale)}
      </td>
      <td data-label={t('last')}>
        <time dateTime={item.last_attempt} title={formatTime(item.last_attempt, locale)}>
          {formatAgo(item.last_attempt, locale)}
        </time>
      </td>
    </tr>
  );
}
