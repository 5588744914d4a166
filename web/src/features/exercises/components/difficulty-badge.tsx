import { useMessages } from '@/lib/i18n/messages';
import type { Difficulty } from '../api/exercises';
import { messages } from '../messages';
import styles from './difficulty-badge.module.css';

const levels: Record<Difficulty, number> = { easy: 1, medium: 2, hard: 3 };

export function DifficultyBadge({ difficulty }: { readonly difficulty: Difficulty }) {
  const t = useMessages(messages);
  return (
    <span className={styles.difficulty} data-level={levels[difficulty]}>
      <span className={styles.bars} aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      {t(difficulty)}
    </span>
  );
}
