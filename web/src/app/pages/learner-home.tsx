import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { buttonClass } from '@/components/button';
import { Card, Page } from '@/components/page';
import { Loading } from '@/components/spinner';
import type { ExerciseSummary } from '@/features/exercises/api/exercises';
import { DifficultyBadge } from '@/features/exercises/components/difficulty-badge';
import { suggested } from '@/features/exercises/suggest';
import { activityQuery } from '@/features/progress/api/activity';
import { progressQuery, type Progress } from '@/features/progress/api/progress';
import { ActivityCalendar } from '@/features/progress/components/activity-calendar';
import { TopicBars, type TopicStanding } from '@/features/progress/components/topic-bars';
import { homeMessages } from '@/features/progress/home-messages';
import type { User } from '@/lib/api/session';
import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import { currentTimeZone } from '@/lib/i18n/time-zone';
import { useStore } from '@/lib/store';
import styles from './learner-home.module.css';
import { useExercises } from './use-exercise-titles';

export default function LearnerHome({ user }: { readonly user: User }) {
  const t = useMessages(homeMessages);
  return (
    <Page title={t('hello', { name: user.display_name })}>
      <Contents user={user} />
    </Page>
  );
}

function Contents({ user }: { readonly user: User }) {
  const t = useMessages(homeMessages);
  const progress = useSuspenseQuery(progressQuery()).data;
  const exercises = useExercises();
  const chosen = useStore(currentTimeZone);
  const zone = chosen ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const activity = useQuery(activityQuery(user.id, zone)).data;
  if (!exercises) return <Loading />;
  const topics = topicsOf(exercises, progress);
  return (
    <div className={styles.grid}>
      <div className={styles.work}>
        <Work exercises={exercises} progress={progress} />
      </div>
      <dl className={styles.figures}>
        <Figure name={t('solved')} value={progress.solved} />
        <Figure name={t('points')} value={progress.points} />
        <Figure
          name={t('streak')}
          value={activity?.current_streak ?? 0}
          note={t('longest', { days: activity?.longest_streak ?? 0 })}
        />
      </dl>
      {topics.length > 0 && (
        <section className={`${styles.section} ${styles.topics}`}>
          <h2>{t('topics')}</h2>
          <TopicBars topics={topics} />
        </section>
      )}
      {activity && (
        <section className={`${styles.section} ${styles.activity}`}>
          <h2>{t('activity')}</h2>
          <ActivityCalendar activity={activity} />
        </section>
      )}
    </div>
  );
}

interface WorkProps {
  readonly exercises: readonly ExerciseSummary[];
  readonly progress: Progress;
}

function Work({ exercises, progress }: WorkProps) {
  const t = useMessages(homeMessages);
  const locale = useLocale();
  const { open, next } = suggested(exercises, progress.items);
  const standing = progress.items.find((item) => item.exercise_id === open?.id);
  return (
    <>
      {open && standing && (
        <Suggestion exercise={open} title={t('goOn')} action={t('goOnAction')} first>
          {t('goOnText', {
            points: (standing.best_score ?? 0).toLocaleString(locale),
            max: open.points,
            count: standing.total_attempts,
          })}
        </Suggestion>
      )}
      {next && (
        <Suggestion
          exercise={next}
          title={t(progress.items.length > 0 ? 'next' : 'nextFirst')}
          action={t('nextAction')}
          first={!open}
        >
          {next.category_label}
        </Suggestion>
      )}
      {!open && !next && <p>{t(exercises.length > 0 ? 'allSolved' : 'noneOpen')}</p>}
      <p>
        <Link to="/exercises">{t('allExercises')}</Link>
      </p>
    </>
  );
}

interface SuggestionProps {
  readonly exercise: ExerciseSummary;
  readonly title: string;
  readonly action: string;
  /** The one to do first stands out. */
  readonly first: boolean;
  readonly children: string;
}

function Suggestion({ exercise, title, action, first, children }: SuggestionProps) {
  return (
    <Card className={styles.suggestion}>
      <div>
        <h2 className={styles.kind}>{title}</h2>
        <p className={styles.title}>{exercise.title}</p>
        <p className={styles.facts}>
          <DifficultyBadge difficulty={exercise.difficulty_level} />
          <span>{children}</span>
        </p>
      </div>
      <Link
        to="/exercises/$slug"
        params={{ slug: exercise.slug }}
        className={buttonClass(first ? 'primary' : 'secondary')}
      >
        {action}
        <span className="visually-hidden">: {exercise.title}</span>
      </Link>
    </Card>
  );
}

interface FigureProps {
  readonly name: string;
  readonly value: number;
  readonly note?: string;
}

function Figure({ name, value, note }: FigureProps) {
  const locale = useLocale();
  return (
    <div data-achieved={value > 0 || undefined}>
      <dt>{name}</dt>
      <dd>
        {value.toLocaleString(locale)}
        {note && <small>{note}</small>}
      </dd>
    </div>
  );
}

/** In the order of the exercises: the topic of the easiest first. */
function topicsOf(exercises: readonly ExerciseSummary[], progress: Progress): TopicStanding[] {
  const solved = new Set(
    progress.items.filter((item) => item.best_status === 'AC').map((item) => item.exercise_id),
  );
  const topics = new Map<string, TopicStanding>();
  for (const { id, category, category_label: name, is_active: active } of exercises) {
    if (!active) continue;
    const known = topics.get(category) ?? { category, name, solved: 0, total: 0 };
    topics.set(category, {
      ...known,
      solved: known.solved + (solved.has(id) ? 1 : 0),
      total: known.total + 1,
    });
  }
  return [...topics.values()];
}
