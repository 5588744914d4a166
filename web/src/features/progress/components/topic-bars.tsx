import { Link } from '@tanstack/react-router';
import { useMessages } from '@/lib/i18n/messages';
import { homeMessages } from '../home-messages';
import styles from './topic-bars.module.css';

export interface TopicStanding {
  readonly category: string;
  readonly name: string;
  readonly solved: number;
  readonly total: number;
}

/** What is solved of each topic: the streak of gold that fills. */
export function TopicBars({ topics }: { readonly topics: readonly TopicStanding[] }) {
  const t = useMessages(homeMessages);
  return (
    <ul className={styles.topics}>
      {topics.map(({ category, name, solved, total }) => (
        <li key={category}>
          <Link to="/exercises" search={{ category }}>
            {name}
          </Link>
          <span className={styles.count}>{t('topicSolved', { solved, total })}</span>
          <span className={styles.bar} aria-hidden="true">
            <span style={{ width: `${(solved / total) * 100}%` }} />
          </span>
        </li>
      ))}
    </ul>
  );
}
