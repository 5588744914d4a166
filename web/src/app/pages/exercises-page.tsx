import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Suspense, useDeferredValue } from 'react';
import { buttonClass } from '@/components/button';
import { Card, EmptyState, LoadMore, Page } from '@/components/page';
import { Loading } from '@/components/spinner';
import { CollectionStrip } from '@/features/collections/components/collection-strip';
import { exercisesQuery, type ExerciseFilter } from '@/features/exercises/api/exercises';
import { ExerciseFilters } from '@/features/exercises/components/exercise-filters';
import { ExerciseList } from '@/features/exercises/components/exercise-list';
import { messages as exerciseMessages } from '@/features/exercises/messages';
import { useSession } from '@/lib/api/session';
import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import { Logo } from '../layout/logo';
import { messages } from '../messages';
import styles from './exercises-page.module.css';
import { useStandings } from './use-standings';

const route = getRouteApi('/');

export default function ExercisesPage() {
  const t = useMessages(exerciseMessages);
  const filter = route.useSearch();
  const navigate = route.useNavigate();
  const anonymous = useSession().status === 'anonymous';
  return (
    <>
      {anonymous && <Hero />}
      <Page title={t('title')} lead={anonymous ? undefined : t('lead')}>
        <CollectionStrip />
        <Suspense fallback={<Loading />}>
          <ExerciseFilters
            filter={filter}
            onChange={(search) => void navigate({ search, replace: true })}
          />
          <Found filter={filter} />
        </Suspense>
      </Page>
    </>
  );
}

function Found({ filter }: { readonly filter: ExerciseFilter }) {
  const t = useMessages(exerciseMessages);
  // The old list stays, dimmed, until the new one is there.
  const shown = useDeferredValue(filter);
  const query = useSuspenseInfiniteQuery(exercisesQuery(shown, useLocale()));
  const standings = useStandings();
  const exercises = query.data.pages.flatMap((page) => page.items);
  const filtered = Object.values(shown).some(Boolean);
  return (
    <div className={shown === filter ? undefined : styles.stale}>
      <p className={styles.count} role="status">
        {exercises.length > 0 && t('shown', { count: exercises.length })}
      </p>
      <Card>
        {exercises.length > 0 ? (
          <ExerciseList exercises={exercises} standings={standings} />
        ) : (
          <EmptyState icon="search">{t(filtered ? 'noneFound' : 'noneYet')}</EmptyState>
        )}
      </Card>
      <LoadMore query={query} />
    </div>
  );
}

function Hero() {
  const t = useMessages(messages);
  return (
    <section className={styles.hero}>
      <div className={styles.heroInner}>
        <div>
          <p className={styles.heroTitle}>{t('heroTitle')}</p>
          <p className={styles.heroText}>{t('heroText')}</p>
          <Link to="/register" className={`${buttonClass('primary')} ${styles.heroAction}`}>
            {t('heroAction')}
          </Link>
        </div>
        <div className={styles.heroArt} aria-hidden="true">
          <Logo size={190} />
        </div>
      </div>
    </section>
  );
}
