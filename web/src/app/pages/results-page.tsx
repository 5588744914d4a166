import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Suspense, useEffect } from 'react';
import { Figures } from '@/components/figures';
import { Card, EmptyState, LoadMore, Page } from '@/components/page';
import { Loading } from '@/components/spinner';
import { verdicts } from '@/components/verdict/verdict';
import { exerciseQuery } from '@/features/exercises/api/exercises';
import { Members } from '@/features/members/components/members';
import {
  exerciseDetailsQuery,
  exerciseStatisticsQuery,
  isFiltered,
  matches,
  submittedQuery,
  type ResultFilter,
} from '@/features/results/api/results';
import { ExerciseDetails } from '@/features/results/components/exercise-details';
import { ResultFilters } from '@/features/results/components/result-filters';
import { VerdictTable } from '@/features/results/components/verdict-table';
import { messages } from '@/features/results/messages';
import { SubmissionTable } from '@/features/submissions/components/submission-table';
import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import { refined } from '@/lib/refined';
import { SignedIn } from '../layout/page-states';
import styles from './results-page.module.css';

const route = getRouteApi('/author/exercises/$id');
/** With so few matches, further submissions are looked through without being asked for. */
const enough = 25;

export default function ResultsPage() {
  return <SignedIn roles={['author', 'admin']}>{() => <Results />}</SignedIn>;
}

function Results() {
  const t = useMessages(messages);
  const { id } = route.useParams();
  const exercise = useSuspenseQuery(exerciseQuery(id, useLocale())).data;
  return (
    <Page
      title={t('title', { title: exercise.title })}
      lead={t('lead')}
      actions={
        <Link to="/exercises/$slug" params={{ slug: exercise.slug }}>
          {t('toExercise')}
        </Link>
      }
    >
      <Suspense fallback={<Loading />}>
        <Overview exerciseId={exercise.id} />
        <Submissions exerciseId={exercise.id} languages={exercise.languages} />
        {exercise.access && <Members exerciseId={exercise.id} access={exercise.access} />}
      </Suspense>
    </Page>
  );
}

function useFilter() {
  const { verdict, ...others } = route.useSearch();
  const navigate = route.useNavigate();
  const filter: ResultFilter = { ...others, verdict: verdicts.find((known) => known === verdict) };
  const change = (changed: ResultFilter) => void navigate(refined(changed));
  return [filter, change] as const;
}

function Overview({ exerciseId }: { readonly exerciseId: number }) {
  const t = useMessages(messages);
  const locale = useLocale();
  const [filter, change] = useFilter();
  const statistics = useSuspenseQuery(exerciseStatisticsQuery(exerciseId)).data;
  const { attempts, learners, solved } = statistics;
  const rate = learners > 0 ? solved / learners : 0;
  return (
    <>
      <Figures
        figures={[
          [t('learners'), learners.toLocaleString(locale)],
          [t('solved'), solved.toLocaleString(locale)],
          [t('passRate'), rate.toLocaleString(locale, { style: 'percent' })],
          [t('attempts'), attempts.toLocaleString(locale)],
        ]}
      />
      {Object.keys(statistics.verdicts).length > 0 && (
        <section aria-label={t('verdicts')}>
          <h2 className={styles.heading}>{t('verdicts')}</h2>
          <Card className={styles.verdicts}>
            <VerdictTable
              verdicts={statistics.verdicts}
              chosen={filter.verdict}
              onChoose={(verdict) => change({ verdict })}
            />
          </Card>
        </section>
      )}
      {attempts > 0 && <Details exerciseId={exerciseId} />}
    </>
  );
}

function Details({ exerciseId }: { readonly exerciseId: number }) {
  const details = useSuspenseQuery(exerciseDetailsQuery(exerciseId)).data;
  return <ExerciseDetails details={details} />;
}

interface SubmissionsProps {
  readonly exerciseId: number;
  readonly languages: readonly string[];
}

function Submissions({ exerciseId, languages }: SubmissionsProps) {
  const t = useMessages(messages);
  const [filter, change] = useFilter();
  const query = useSuspenseInfiniteQuery(submittedQuery(exerciseId));
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = query;
  const all = query.data.pages.flatMap((page) => page.items);
  const found = all.filter((submission) => matches(submission, filter));
  const filtered = isFiltered(filter);
  const wantsMore = filtered && found.length < enough && hasNextPage && !isFetchNextPageError;

  useEffect(() => {
    if (wantsMore && !isFetchingNextPage) void fetchNextPage();
  }, [wantsMore, isFetchingNextPage, fetchNextPage]);

  return (
    <section aria-label={t('submissions')}>
      <h2 className={styles.heading}>{t('submissions')}</h2>
      <ResultFilters filter={filter} languages={languages} onChange={change} />
      <p className={styles.count} role="status">
        {filtered && hasNextPage
          ? t('shownSoFar', { count: found.length, seen: all.length })
          : all.length > 0 && t('shown', { count: found.length })}
      </p>
      <Card>
        {found.length > 0 ? (
          <SubmissionTable submissions={found} />
        ) : wantsMore ? (
          <Loading />
        ) : (
          <EmptyState icon={filtered ? 'search' : 'list'}>
            {t(filtered ? 'noMatch' : 'none')}
          </EmptyState>
        )}
      </Card>
      <LoadMore query={query} />
    </section>
  );
}
