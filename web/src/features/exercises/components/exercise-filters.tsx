import { useSuspenseQuery } from '@tanstack/react-query';
import { Button } from '@/components/button';
import { Filters, FilterSelect } from '@/components/filters';
import { SearchBox } from '@/components/search-box';
import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import { difficulties, facetsQuery, type ExerciseFilter } from '../api/exercises';
import { messages } from '../messages';

interface ExerciseFiltersProps {
  readonly filter: ExerciseFilter;
  readonly onChange: (filter: ExerciseFilter) => void;
}

export function ExerciseFilters({ filter, onChange }: ExerciseFiltersProps) {
  const t = useMessages(messages);
  const facets = useSuspenseQuery(facetsQuery(useLocale())).data;
  const tag = facets.tags.find(({ name }) => name === filter.tag)?.label ?? filter.tag ?? '';
  const filtered = Object.values(filter).some(Boolean);

  return (
    <Filters>
      <SearchBox
        label={t('search')}
        placeholder={t('searchPlaceholder')}
        value={filter.q ?? ''}
        onChange={(q) => onChange({ ...filter, q: q || undefined })}
      />
      <FilterSelect
        label={t('category')}
        any={t('anyCategory')}
        value={filter.category}
        options={facets.categories.map(
          ({ name, label, count }) => [name, `${label} (${count})`] as const,
        )}
        onChange={(category) => onChange({ ...filter, category })}
      />
      <FilterSelect
        label={t('difficulty')}
        any={t('anyDifficulty')}
        value={filter.difficulty}
        options={difficulties.map((difficulty) => [difficulty, t(difficulty)] as const)}
        onChange={(difficulty) => onChange({ ...filter, difficulty })}
      />
      {filter.tag && (
        <Button
          size="small"
          icon="cross"
          aria-label={t('removeTag', { tag })}
          onClick={() => onChange({ ...filter, tag: undefined })}
        >
          {t('tagged', { tag })}
        </Button>
      )}
      {filtered && (
        <Button variant="quiet" icon="reset" onClick={() => onChange({})}>
          {t('clear')}
        </Button>
      )}
    </Filters>
  );
}
