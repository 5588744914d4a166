import { announce } from '@/components/announcer';
import { Badge } from '@/components/badge';
import { OrderButtons } from '@/components/order-buttons';
import { useMessages } from '@/lib/i18n/messages';
import type { Collection } from '../api/collections';
import { messages } from '../messages';
import styles from './collections.module.css';

export type Listed = Pick<Collection['exercises'][number], 'id' | 'title' | 'is_active'>;

interface ExerciseOrderProps {
  readonly exercises: readonly Listed[];
  readonly onChange: (exercises: readonly Listed[]) => void;
}

/** The exercises of a collection, in their order. */
export function ExerciseOrder({ exercises, onChange }: ExerciseOrderProps) {
  const t = useMessages(messages);
  const move = (from: number, to: number) => {
    const moved = exercises[from];
    if (!moved) return;
    onChange(exercises.toSpliced(from, 1).toSpliced(to, 0, moved));
    announce(t('moved', { title: moved.title, number: to + 1 }));
  };
  if (exercises.length === 0) return <p>{t('noExercise')}</p>;
  return (
    <ol className={styles.ordered}>
      {exercises.map(({ id, title, is_active }, index) => (
        <li key={id}>
          <div className={styles.item}>
            <span>
              {title} {!is_active && <Badge tone="warn">{t('hiddenBadge')}</Badge>}
            </span>
            <span className={styles.actions}>
              <OrderButtons
                index={index}
                count={exercises.length}
                up={[t('up'), t('upNamed', { title })]}
                down={[t('down'), t('downNamed', { title })]}
                remove={[t('remove'), t('removeNamed', { title })]}
                onMove={(to) => move(index, to)}
                onRemove={() => {
                  onChange(exercises.toSpliced(index, 1));
                  announce(t('removed', { title }));
                }}
              />
            </span>
          </div>
        </li>
      ))}
    </ol>
  );
}
