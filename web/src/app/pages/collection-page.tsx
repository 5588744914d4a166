import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Alert } from '@/components/alert';
import { buttonClass } from '@/components/button';
import { Card, EmptyState, Page } from '@/components/page';
import { collectionQuery } from '@/features/collections/api/collections';
import { CollectionProgress } from '@/features/collections/components/collection-progress';
import styles from '@/features/collections/components/collections.module.css';
import { messages } from '@/features/collections/messages';
import { ExerciseList } from '@/features/exercises/components/exercise-list';
import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import { useSolved } from './use-solved';
import { useStandings } from './use-standings';

const route = getRouteApi('/collections/$id');

export default function CollectionPage() {
  const t = useMessages(messages);
  const id = Number(route.useParams().id);
  const collection = useSuspenseQuery(collectionQuery(id, useLocale())).data;
  const standings = useStandings();
  const solved = useSolved();
  const { exercises, title } = collection;
  const next = exercises.find((exercise) => !solved?.has(exercise.id));
  const begun = exercises.some((exercise) => standings.has(exercise.id));
  return (
    <Page
      title={title}
      lead={<span className={styles.whole}>{collection.description}</span>}
      actions={
        collection.may_edit && (
          <Link
            to="/author/collections/$id"
            params={{ id: String(id) }}
            className={buttonClass('secondary')}
          >
            {t('edit')}
          </Link>
        )
      }
    >
      {!collection.is_active && <Alert tone="warn">{t('hidden')}</Alert>}
      <div className={styles.head}>
        <CollectionProgress
          title={title}
          count={exercises.length}
          solved={solved && exercises.filter((exercise) => solved.has(exercise.id)).length}
        />
        {next ? (
          <Link
            to="/exercises/$slug"
            params={{ slug: next.slug }}
            className={buttonClass('primary')}
          >
            {t(begun ? 'resume' : 'start', { title: next.title })}
          </Link>
        ) : (
          exercises.length > 0 && <p>{t('complete')}</p>
        )}
      </div>
      <Card>
        {exercises.length > 0 ? (
          <ExerciseList exercises={exercises} standings={standings} />
        ) : (
          <EmptyState icon="list">{t('empty')}</EmptyState>
        )}
      </Card>
    </Page>
  );
}
