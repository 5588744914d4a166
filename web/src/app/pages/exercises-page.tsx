import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { Card, EmptyState, Page } from '@/components/page';
import { CollectionStrip } from '@/features/collections/components/collection-strip';
import { exercisesQuery } from '@/features/exercises/api/exercises';
import { nobody, solversQuery } from '@/features/exercises/api/solvers';
import { arranged } from '@/features/exercises/arrange';
import { ExerciseFilters } from '@/features/exercises/components/exercise-filters';
import { ExerciseList } from '@/features/exercises/components/exercise-list';
import { ListSkeleton } from '@/features/exercises/components/list-skeleton';
import { lastSearch, type ListSearch } from '@/features/exercises/list-search';
import { messages } from '@/features/exercises/messages';
import { steady } from '@/lib/api/steady';
import { useUser } from '@/lib/api/session';
import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import { refined } from '@/lib/refined';
import styles from './exercises-page.module.css';
import { useStandings } from './use-standings';

const route = getRouteApi('/exercises');

export default function ExercisesPage() {
  const t = useMessages(messages);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const user = useUser();
  useEffect(() => lastSearch.set(search), [search]);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <CollectionStrip />
      <ExerciseFilters
        filter={search}
        withStatus={user !== null}
        onChange={(change) => void navigate(refined(change))}
      />
      <Found search={search} />
    </Page>
  );
}

function Found({ search }: { readonly search: ListSearch }) {
  const t = useMessages(messages);
  const locale = useLocale();
  const { status, sort, ...filter } = search;
  const query = useInfiniteQuery({ ...exercisesQuery(filter, locale), ...steady });
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = query;
  const standings = useStandings();
  const found = useMemo(() => query.data?.pages.flatMap(({ items }) => items) ?? [], [query.data]);
  const ids = useMemo(() => found.map(({ id }) => id).sort((one, other) => one - other), [found]);
  const solvers = useQuery(solversQuery(hasNextPage ? [] : ids)).data ?? nobody;
  const shown = useMemo(
    () => arranged(found, { status, sort }, standings, solvers, locale),
    [found, status, sort, standings, solvers, locale],
  );

  // All of it: it scrolls as one list, and can be put in any order.
  const wantsMore = hasNextPage && !isFetchingNextPage && !isFetchNextPageError;
  useEffect(() => {
    if (wantsMore) void fetchNextPage();
  }, [wantsMore, fetchNextPage]);

  if (!query.data) return <ListSkeleton label={t('fetching')} />;
  return (
    <div className={query.isPlaceholderData ? styles.stale : undefined}>
      <p className={styles.count} role="status">
        {shown.length > 0 && t('shown', { count: shown.length })}
      </p>
      <Card>
        {shown.length > 0 ? (
          <ExerciseList exercises={shown} standings={standings} solvers={solvers} search={search} />
        ) : (
          <EmptyState icon="search">
            {t(Object.values(filter).some(Boolean) || status ? 'noneFound' : 'noneYet')}
          </EmptyState>
        )}
      </Card>
    </div>
  );
}
