import { Link } from '@tanstack/react-router';
import { Badge } from '@/components/badge';
import { Button, buttonClass } from '@/components/button';
import { Icon } from '@/components/icon';
import { formatAgo, formatTime } from '@/lib/i18n/format';
import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import type { AuthoredExercise } from '../api/authoring';
import { messages } from '../messages';
import styles from './authored-table.module.css';

export interface AuthoringActions {
  readonly onOpenness: (exercise: AuthoredExercise) => void;
  readonly onRevision: (exercise: AuthoredExercise) => void;
  readonly onDownload: (exercise: AuthoredExercise) => void;
  readonly onRejudge: (exercise: AuthoredExercise) => void;
}

interface AuthoredTableProps extends AuthoringActions {
  readonly exercises: readonly AuthoredExercise[];
}

export function AuthoredTable({ exercises, ...actions }: AuthoredTableProps) {
  const t = useMessages(messages);
  return (
    <table className="data">
      <thead>
        <tr>
          <th scope="col">{t('exercise')}</th>
          <th scope="col">{t('state')}</th>
          <th scope="col" className="number">
            {t('revision')}
          </th>
          <th scope="col">{t('changed')}</th>
          <th scope="col">{t('actions')}</th>
        </tr>
      </thead>
      <tbody>
        {exercises.map((exercise) => (
          <Row key={exercise.id} exercise={exercise} {...actions} />
        ))}
      </tbody>
    </table>
  );
}

function Row({
  exercise,
  onOpenness,
  onRevision,
  onDownload,
  onRejudge,
}: AuthoringActions & { readonly exercise: AuthoredExercise }) {
  const t = useMessages(messages);
  const locale = useLocale();
  const { id, title, slug, revision, is_active, updated_at, access } = exercise;
  return (
    <tr>
      <th scope="row">
        <Link to="/exercises/$slug" params={{ slug }}>
          {title}
        </Link>
        <span className={styles.slug}>{slug}</span>
      </th>
      <td data-label={t('state')}>
        <Badge tone={is_active ? 'good' : 'warn'}>{t(is_active ? 'open' : 'hidden')}</Badge>
      </td>
      <td className="number" data-label={t('revision')}>
        {revision.toLocaleString(locale)}
      </td>
      <td data-label={t('changed')}>
        <time dateTime={updated_at} title={formatTime(updated_at, locale)}>
          {formatAgo(updated_at, locale)}
        </time>
      </td>
      <td className={styles.actions}>
        <Link
          to="/author/exercises/$id"
          params={{ id: String(id) }}
          className={buttonClass('secondary', 'small')}
          aria-label={t('resultsOf', { title })}
        >
          <Icon name="list" size={16} />
          {t('results')}
        </Link>
        {access !== 'viewer' && (
          <>
            <Button
              size="small"
              aria-label={t(is_active ? 'hideNamed' : 'showNamed', { title })}
              onClick={() => onOpenness(exercise)}
            >
              {t(is_active ? 'hide' : 'show')}
            </Button>
            <Button
              size="small"
              icon="upload"
              aria-label={t('newRevisionOf', { title })}
              onClick={() => onRevision(exercise)}
            >
              {t('newRevision')}
            </Button>
            <Button
              size="small"
              icon="download"
              aria-label={t('downloadNamed', { title })}
              onClick={() => onDownload(exercise)}
            >
              {t('download')}
            </Button>
            <Button
              size="small"
              icon="reset"
              aria-label={t('rejudgeNamed', { title })}
              onClick={() => onRejudge(exercise)}
            >
              {t('rejudge')}
            </Button>
          </>
        )}
      </td>
    </tr>
  );
}
