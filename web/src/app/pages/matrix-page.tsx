import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Suspense } from 'react';
import { Alert, ProblemAlert } from '@/components/alert';
import { announce } from '@/components/announcer';
import { Button } from '@/components/button';
import { Filters, FilterSelect } from '@/components/filters';
import { Card, EmptyState, LoadMore } from '@/components/page';
import { SearchBox } from '@/components/search-box';
import { Loading } from '@/components/spinner';
import type { ExerciseSummary } from '@/features/exercises/api/exercises';
import {
  attemptedExercises,
  matrixQuery,
  mostExercises,
  sorts,
  useExport,
  type MatrixFilter,
} from '@/features/results/api/matrix';
import { MatrixTable } from '@/features/results/components/matrix-table';
import { messages } from '@/features/results/messages';
import { steady } from '@/lib/api/steady';
import { useMessages } from '@/lib/i18n/messages';
import { refined } from '@/lib/refined';
import { AuthoringPage, ForAuthors } from '../layout/authoring-page';
import styles from './list-page.module.css';
import { useExerciseTitles, useOwnExercises } from './use-exercise-titles';

const route = getRouteApi('/author/results');
const sortNames = { username: 'byUsername', points: 'byPoints', solved: 'bySolved' } as const;

export default function MatrixPage() {
  return <ForAuthors>{() => <Matrix />}</ForAuthors>;
}

function Matrix() {
  const t = useMessages(messages);
  const search = route.useSearch();
  const exercises = useOwnExercises();
  const download = useExport();
  const topic = exercises?.filter(({ category }) => category === search.topic);
  const filter: MatrixFilter = {
    learner: search.learner,
    sort: sorts.find((sort) => sort === search.sort),
    exercises: search.topic === undefined ? undefined : topic?.map(({ id }) => id),
  };
  return (
    <AuthoringPage
      title={t('matrixTitle')}
      lead={t('matrixLead')}
      actions={
        <Button
          icon="download"
          pending={download.isPending}
          onClick={() => download.mutate(filter, { onSuccess: () => announce(t('downloaded')) })}
        >
          {t('download')}
        </Button>
      }
    >
      {download.error && <ProblemAlert error={download.error} />}
      <MatrixFilters exercises={exercises} filter={filter} />
      {topic && topic.length > mostExercises && (
        <Alert tone="info">{t('firstExercises', { count: mostExercises })}</Alert>
      )}
      <Suspense fallback={<Loading />}>
        {search.topic === undefined || topic ? <Found filter={filter} /> : <Loading />}
      </Suspense>
    </AuthoringPage>
  );
}

interface MatrixFiltersProps {
  readonly exercises: readonly ExerciseSummary[] | undefined;
  readonly filter: MatrixFilter;
}

function MatrixFilters({ exercises, filter }: MatrixFiltersProps) {
  const t = useMessages(messages);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const topics = [
    ...new Map(exercises?.map(({ category, category_label }) => [category, category_label])),
  ].sort(([, one], [, other]) => one.localeCompare(other));
  const change = (changed: Partial<typeof search>) => void navigate(refined(changed));
  return (
    <Filters>
      <SearchBox
        label={t('learnerBegins')}
        placeholder={t('learnerBegins')}
        value={search.learner ?? ''}
        onChange={(learner) => change({ learner: learner || undefined })}
      />
      <FilterSelect
        label={t('topic')}
        any={`${t('topic')}: ${t('all')}`}
        value={search.topic}
        options={topics}
        onChange={(topic) => change({ topic })}
      />
      <FilterSelect
        label={t('sort')}
        any={t(sortNames.username)}
        value={filter.sort}
        options={sorts.slice(1).map((sort) => [sort, t(sortNames[sort])] as const)}
        onChange={(sort) => change({ sort })}
      />
    </Filters>
  );
}

function Found({ filter }: { readonly filter: MatrixFilter }) {
  const t = useMessages(messages);
  const { title } = useExerciseTitles();
  const query = useInfiniteQuery({ ...matrixQuery(filter), ...steady });
  if (!query.data) return <Loading />;
  const learners = query.data.pages.flatMap((page) => page.items);
  return (
    <>
      <Card className={styles.card}>
        {learners.length > 0 ? (
          <MatrixTable
            learners={learners}
            exercises={filter.exercises ?? attemptedExercises(learners)}
            exerciseTitle={title}
          />
        ) : (
          <EmptyState icon="search">{t('noLearner')}</EmptyState>
        )}
      </Card>
      <LoadMore query={query} />
    </>
  );
}
