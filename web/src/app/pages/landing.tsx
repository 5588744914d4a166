import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { buttonClass } from '@/components/button';
import { Card, PageHeading } from '@/components/page';
import { exercisesQuery, facetsQuery } from '@/features/exercises/api/exercises';
import { ExerciseList } from '@/features/exercises/components/exercise-list';
import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import { landingMessages } from '../landing-messages';
import styles from './landing.module.css';
import { Specimen } from './specimen';

/** So many exercises to begin with. */
const few = 4;
const noStandings = new Map<number, never>();

export default function Landing() {
  const t = useMessages(landingMessages);
  const first = useFirstExercises()[0];
  return (
    <>
      <section className={styles.hero}>
        <div className={styles.inner}>
          <div className={styles.words}>
            <PageHeading>{t('title')}</PageHeading>
            <p className={styles.text}>{t('text')}</p>
            <p className={styles.actions}>
              {first ? (
                <Link
                  to="/exercises/$slug"
                  params={{ slug: first.slug }}
                  className={`${buttonClass('primary')} ${styles.action}`}
                >
                  {t('try')}
                </Link>
              ) : (
                <Link to="/exercises" className={`${buttonClass('primary')} ${styles.action}`}>
                  {t('try')}
                </Link>
              )}
              <Link to="/register" className={`${buttonClass()} ${styles.other}`}>
                {t('register')}
              </Link>
            </p>
          </div>
          <Specimen />
        </div>
      </section>
      <section className={styles.reasons}>
        {(['see', 'write', 'grow'] as const).map((reason) => (
          <div key={reason}>
            <h2>{t(reason)}</h2>
            <p>{t(`${reason}Text`)}</p>
          </div>
        ))}
      </section>
      <Begin />
    </>
  );
}

function useFirstExercises() {
  return useInfiniteQuery(exercisesQuery({}, useLocale())).data?.pages[0]?.items ?? [];
}

function Begin() {
  const t = useMessages(landingMessages);
  const locale = useLocale();
  const exercises = useFirstExercises();
  const facets = useQuery(facetsQuery(locale)).data;
  const count = facets?.difficulties.reduce((sum, facet) => sum + facet.count, 0) ?? 0;
  return (
    <section className={styles.begin}>
      <div>
        <h2>{t('begin')}</h2>
        <p>{t('beginText')}</p>
        {count > 0 && (
          <p className={styles.all}>
            <Link to="/exercises">{t('all', { count })}</Link>
          </p>
        )}
      </div>
      <Card>
        <ExerciseList exercises={exercises.slice(0, few)} standings={noStandings} />
      </Card>
    </section>
  );
}
