import { Link } from '@tanstack/react-router';
import { Card } from '@/components/page';
import type { CollectionSummary } from '../api/collections';
import { CollectionProgress } from './collection-progress';
import styles from './collections.module.css';

interface CollectionListProps {
  readonly collections: readonly CollectionSummary[];
  /** The exercises that the reader has solved; undefined for a guest. */
  readonly solved: ReadonlySet<number> | undefined;
}

export function CollectionList({ collections, solved }: CollectionListProps) {
  return (
    <ul className={styles.list}>
      {collections.map(({ id, title, description, exercise_ids }) => (
        <li key={id}>
          <Card className={styles.entry}>
            <Link
              to="/collections/$id"
              params={{ id: String(id) }}
              className={styles.title}
              preload="intent"
            >
              {title}
            </Link>
            {description && <p className={styles.description}>{description}</p>}
            <CollectionProgress
              title={title}
              count={exercise_ids.length}
              solved={solved && exercise_ids.filter((exercise) => solved.has(exercise)).length}
            />
          </Card>
        </li>
      ))}
    </ul>
  );
}
