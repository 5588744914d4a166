import { Link } from '@tanstack/react-router';
import { Badge } from '@/components/badge';
import { Button, buttonClass } from '@/components/button';
import { Disclosure, disclosureItems } from '@/components/disclosure';
import { Icon } from '@/components/icon';
import { formatAgo, formatTime } from '@/lib/i18n/format';
import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import type { AuthoredExercise } from '../api/authoring';
import { messages } from '../messages';
import styles from './authored-table.module.css';

export interface AuthoringActions {
  readonly onEdit: (exercise: AuthoredExercise) => void;
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
  onEdit,
  onOpenness,
  onRevision,
  onDownload,
  onRejudge,
}: AuthoringActions & { readonly exercise: AuthoredExercise }) {
  const t = useMessages(messages);
  const locale = useLocale();
  const { id, title, slug, revision, is_active, updated_at, access } = exercise;
  // A viewer looks at the results only.
  const edits = access !== 'viewer';
  const menu = [
    [
      t(is_active ? 'hide' : 'show'),
      t(is_active ? 'hideNamed' : 'showNamed', { title }),
      onOpenness,
    ],
    [t('newRevision'), t('newRevisionOf', { title }), onRevision],
    [t('download'), t('downloadNamed', { title }), onDownload],
    [t('rejudge'), t('rejudgeNamed', { title }), onRejudge],
  ] as const;
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
        {edits && (
          <Button
            size="small"
            aria-label={t('editNamed', { title })}
            onClick={() => onEdit(exercise)}
          >
            {t('edit')}
          </Button>
        )}
        <Link
          to="/author/exercises/$id"
          params={{ id: String(id) }}
          className={buttonClass('secondary', 'small')}
          aria-label={t('resultsOf', { title })}
        >
          {t('results')}
        </Link>
        {edits && (
          <Disclosure
            outlined
            className={styles.more}
            summary={
              <>
                {t('more')}
                <span className="visually-hidden">: {title}</span>
                <Icon name="down" size={16} />
              </>
            }
          >
            <div className={disclosureItems}>
              <Link
                to="/author/exercises/$id/revisions"
                params={{ id: String(id) }}
                aria-label={t('revisionsOf', { title })}
              >
                {t('revisions')}
              </Link>
              {menu.map(([words, name, act]) => (
                <button key={words} type="button" aria-label={name} onClick={() => act(exercise)}>
                  {words}
                </button>
              ))}
            </div>
          </Disclosure>
        )}
      </td>
    </tr>
  );
}
