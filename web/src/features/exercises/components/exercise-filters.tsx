import { useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Button } from '@/components/button';
import { Icon } from '@/components/icon';
import { useMessages } from '@/lib/i18n/messages';
import { difficulties, facetsQuery, type ExerciseFilter } from '../api/exercises';
import { useCategoryName } from '../category-name';
import { messages } from '../messages';
import styles from './exercise-filters.module.css';

/** Milliseconds after the last key before the list is asked for. */
const typingPause = 250;

interface ExerciseFiltersProps {
  readonly filter: ExerciseFilter;
  readonly onChange: (filter: ExerciseFilter) => void;
}

export function ExerciseFilters({ filter, onChange }: ExerciseFiltersProps) {
  const t = useMessages(messages);
  const categoryName = useCategoryName();
  const facets = useSuspenseQuery(facetsQuery()).data;
  const filtered = Object.values(filter).some(Boolean);

  return (
    <search className={styles.filters}>
      <SearchBox
        // A cleared or shared filter replaces what was typed.
        key={filter.q ?? ''}
        value={filter.q ?? ''}
        onChange={(q) => onChange({ ...filter, q: q || undefined })}
      />
      <select
        className={styles.select}
        aria-label={t('category')}
        value={filter.category ?? ''}
        onChange={(event) => onChange({ ...filter, category: event.target.value || undefined })}
      >
        <option value="">{t('anyCategory')}</option>
        {facets.categories.map(({ name, count }) => (
          <option key={name} value={name}>
            {categoryName(name)} ({count})
          </option>
        ))}
      </select>
      <select
        className={styles.select}
        aria-label={t('difficulty')}
        value={filter.difficulty ?? ''}
        onChange={(event) =>
          onChange({
            ...filter,
            difficulty: difficulties.find((difficulty) => difficulty === event.target.value),
          })
        }
      >
        <option value="">{t('anyDifficulty')}</option>
        {difficulties.map((difficulty) => (
          <option key={difficulty} value={difficulty}>
            {t(difficulty)}
          </option>
        ))}
      </select>
      {filter.tag && (
        <Button
          size="small"
          icon="cross"
          aria-label={t('removeTag', { tag: filter.tag })}
          onClick={() => onChange({ ...filter, tag: undefined })}
        >
          {t('tagged', { tag: filter.tag })}
        </Button>
      )}
      {filtered && (
        <Button variant="quiet" icon="reset" onClick={() => onChange({})}>
          {t('clear')}
        </Button>
      )}
    </search>
  );
}

interface SearchBoxProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function SearchBox({ value, onChange }: SearchBoxProps) {
  const t = useMessages(messages);
  const [typed, setTyped] = useState(value);

  useEffect(() => {
    if (typed.trim() === value) return undefined;
    const timer = setTimeout(() => onChange(typed.trim()), typingPause);
    return () => clearTimeout(timer);
  }, [typed, value, onChange]);

  return (
    <div className={styles.search}>
      <Icon name="search" />
      <input
        type="search"
        aria-label={t('search')}
        placeholder={t('searchPlaceholder')}
        value={typed}
        maxLength={100}
        onChange={(event) => setTyped(event.target.value)}
      />
    </div>
  );
}
