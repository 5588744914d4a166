import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { Button } from '@/components/button';
import { SearchBox } from '@/components/search-box';
import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import { candidatesQuery } from '../api/collections';
import { messages } from '../messages';
import styles from './collections.module.css';
import type { Listed } from './exercise-order';

interface ExerciseSearchProps {
  readonly chosen: readonly Listed[];
  readonly onAdd: (exercise: Listed) => void;
}

/** Finds exercises to put into a collection. */
export function ExerciseSearch({ chosen, onAdd }: ExerciseSearchProps) {
  const t = useMessages(messages);
  const [q, setQ] = useState('');
  const found = useQuery(candidatesQuery(useDeferredValue(q), useLocale())).data;
  return (
    <div>
      <SearchBox label={t('add')} placeholder={t('addPlaceholder')} value={q} onChange={setQ} />
      {found?.length === 0 && <p role="status">{t('notFound')}</p>}
      <ul className={styles.found}>
        {found?.map((exercise) => {
          const { id, title } = exercise;
          const isChosen = chosen.some((other) => other.id === id);
          return (
            <li key={id} className={styles.item}>
              <span>{title}</span>
              <Button
                size="small"
                icon={isChosen ? 'check' : 'plus'}
                disabled={isChosen}
                aria-label={isChosen ? undefined : t('addNamed', { title })}
                onClick={() => onAdd(exercise)}
              >
                {t(isChosen ? 'isAdded' : 'addOne')}
              </Button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
