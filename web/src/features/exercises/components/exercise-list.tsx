import { Link } from '@tanstack/react-router';
import { Badge } from '@/components/badge';
import { Icon } from '@/components/icon';
import { useMessages } from '@/lib/i18n/messages';
import type { ExerciseSummary } from '../api/exercises';
import { messages } from '../messages';
import { DifficultyBadge } from './difficulty-badge';
import styles from './exercise-list.module.css';

/** How far the reader got with an exercise. */
export interface Standing {
  readonly solved: boolean;
  readonly bestScore: number;
}

interface ExerciseListProps {
  readonly exercises: readonly ExerciseSummary[];
  readonly standings: ReadonlyMap<number, Standing>;
}

export function ExerciseList({ exercises, standings }: ExerciseListProps) {
  return (
    <ul className={styles.list}>
      {exercises.map((exercise) => (
        <Row key={exercise.id} exercise={exercise} standing={standings.get(exercise.id)} />
      ))}
    </ul>
  );
}

interface RowProps {
  readonly exercise: ExerciseSummary;
  readonly standing: Standing | undefined;
}

function Row({ exercise, standing }: RowProps) {
  const t = useMessages(messages);
  return (
    <li className={styles.row}>
      <Mark standing={standing} />
      <div className={styles.main}>
        <Link
          to="/exercises/$slug"
          params={{ slug: exercise.slug }}
          className={styles.title}
          preload="intent"
        >
          {exercise.title}
        </Link>
        <p className={styles.facts}>
          <span>{exercise.category_label}</span>
          {exercise.tags.slice(0, 3).map((tag, index) => (
            <span key={tag} className={styles.tag}>
              {exercise.tag_labels[index]}
            </span>
          ))}
          {!exercise.is_active && <Badge tone="warn">{t('hiddenBadge')}</Badge>}
        </p>
      </div>
      <span className={styles.difficulty}>
        <DifficultyBadge difficulty={exercise.difficulty_level} />
      </span>
      <span className={styles.points}>{t('points', { count: exercise.points })}</span>
    </li>
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
