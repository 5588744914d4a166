import { Link } from '@tanstack/react-router';
import { Badge } from '@/components/badge';
import { Icon } from '@/components/icon';
import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import type { ExerciseSummary } from '../api/exercises';
import { nobody, type SolverCount, type Solvers } from '../api/solvers';
import type { ListSearch } from '../list-search';
import { messages } from '../messages';
import { DifficultyBadge } from './difficulty-badge';
import styles from './exercise-list.module.css';
import { WindowOfRows } from './window-of-rows';

/** How far the reader got with an exercise. */
export interface Standing {
  readonly solved: boolean;
  readonly bestScore: number;
}

interface ExerciseListProps {
  readonly exercises: readonly ExerciseSummary[];
  readonly standings: ReadonlyMap<number, Standing>;
  readonly solvers?: Solvers;
  /** What is shown; a tag adds itself to it. */
  readonly search?: ListSearch;
}

const everything: ListSearch = {};

export function ExerciseList(properties: ExerciseListProps) {
  const { exercises, standings, solvers = nobody, search = everything } = properties;
  return (
    <WindowOfRows
      items={exercises}
      className={styles.list}
      row={(exercise) => (
        <Row
          key={exercise.id}
          exercise={exercise}
          standing={standings.get(exercise.id)}
          solvers={solvers.get(exercise.id)}
          search={search}
        />
      )}
    />
  );
}

interface RowProps {
  readonly exercise: ExerciseSummary;
  readonly standing: Standing | undefined;
  readonly solvers: SolverCount | undefined;
  readonly search: ListSearch;
}

function Row({ exercise, standing, solvers, search }: RowProps) {
  const t = useMessages(messages);
  const { slug, title, category_label, points } = exercise;
  const achieved = standing ? (standing.solved ? 1 : standing.bestScore / Math.max(points, 1)) : 0;
  return (
    <li className={styles.row}>
      {achieved > 0 && (
        <span
          className={styles.streak}
          style={{ height: `${Math.round(Math.min(achieved, 1) * 100)}%` }}
        />
      )}
      <Mark standing={standing} />
      <div className={styles.main}>
        <Link to="/exercises/$slug" params={{ slug }} className={styles.title} preload="intent">
          {title}
        </Link>
        <p className={styles.facts}>
          <span>{category_label}</span>
          {shownTags(exercise).map(([tag, label]) => (
            <Link key={tag} to="/exercises" search={{ ...search, tag }} className={styles.tag}>
              {label}
            </Link>
          ))}
          {!exercise.is_active && <Badge tone="warn">{t('hiddenBadge')}</Badge>}
        </p>
      </div>
      <Rate solvers={solvers} />
      <span className={styles.difficulty}>
        <DifficultyBadge difficulty={exercise.difficulty_level} />
      </span>
      <span className={styles.points}>{t('points', { count: points })}</span>
    </li>
  );
}

/** A few, without the one that only repeats the category. */
function shownTags({ tags, tag_labels: labels, category_label: category }: ExerciseSummary) {
  return tags
    .map((tag, index) => [tag, labels[index] ?? tag] as const)
    .filter(([, label]) => label !== category)
    .slice(0, 3);
}

function Rate({ solvers }: { readonly solvers: SolverCount | undefined }) {
  const t = useMessages(messages);
  const locale = useLocale();
  if (!solvers) return <span className={styles.rate} />;
  const words = t('solvedBy', { solved: solvers.solved, count: solvers.learners });
  return (
    <span className={styles.rate} title={words}>
      <span aria-hidden="true">
        {solvers.rate.toLocaleString(locale, { style: 'percent' })} {t('rateShort')}
      </span>
      <span className="visually-hidden">{words}</span>
    </span>
  );
}

function Mark({ standing }: { readonly standing: Standing | undefined }) {
  const t = useMessages(messages);
  if (!standing) return <span className={styles.mark} />;
  const words = standing.solved
    ? t('solved')
    : `${t('attempted')}. ${t('bestScore', { points: standing.bestScore })}`;
  return (
    <span
      className={`${styles.mark} ${standing.solved ? styles.solved : styles.attempted}`}
      title={words}
    >
      <Icon name={standing.solved ? 'check' : 'clock'} size={16} />
      <span className="visually-hidden">{words}</span>
    </span>
  );
}
