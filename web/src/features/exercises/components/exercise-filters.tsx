import { useSuspenseQuery } from '@tanstack/react-query';
import { Button } from '@/components/button';
import { SearchBox } from '@/components/search-box';
import { useMessages } from '@/lib/i18n/messages';
import { difficulties, facetsQuery, type ExerciseFilter } from '../api/exercises';
import { useCategoryName } from '../category-name';
import { messages } from '../messages';
import styles from './exercise-filters.module.css';

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
        label={t('search')}
        placeholder={t('searchPlaceholder')}
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
