import { useQuery } from '@tanstack/react-query';
import { Button } from '@/components/button';
import { Filters, FilterSelect } from '@/components/filters';
import { SearchBox } from '@/components/search-box';
import type { Answer } from '@/lib/api/contract';
import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import { difficulties, facetsQuery } from '../api/exercises';
import { sorts, statuses, unfiltered, type ListSearch } from '../list-search';
import { messages } from '../messages';

interface ExerciseFiltersProps {
  readonly filter: ListSearch;
  /** Only who is signed in has tried or solved anything. */
  readonly withStatus: boolean;
  /** Called with what changes. */
  readonly onChange: (change: ListSearch) => void;
}

const none: Answer<'GET /exercises/facets'> = { categories: [], difficulties: [], tags: [] };
const statusNames = { new: 'statusNew', tried: 'statusTried', solved: 'statusSolved' } as const;
const sortNames = {
  newest: 'newest',
  title: 'byTitle',
  rate: 'byRate',
  points: 'byPoints',
} as const;

export function ExerciseFilters({ filter, withStatus, onChange }: ExerciseFiltersProps) {
  const t = useMessages(messages);
  const facets = useQuery(facetsQuery(useLocale())).data ?? none;
  const tag = facets.tags.find(({ name }) => name === filter.tag)?.label ?? filter.tag ?? '';
  const filtered = Object.values({ ...filter, sort: undefined }).some(Boolean);

  return (
    <Filters>
      <SearchBox
        label={t('search')}
        placeholder={t('searchPlaceholder')}
        value={filter.q ?? ''}
        onChange={(q) => onChange({ q: q || undefined })}
      />
      <FilterSelect
        label={t('category')}
        any={t('anyCategory')}
        value={filter.category}
        options={facets.categories.map(
          ({ name, label, count }) => [name, `${label} (${count})`] as const,
        )}
        onChange={(category) => onChange({ category })}
      />
      <FilterSelect
        label={t('difficulty')}
        any={t('anyDifficulty')}
        value={filter.difficulty}
        options={difficulties.map((difficulty) => [difficulty, t(difficulty)] as const)}
        onChange={(difficulty) => onChange({ difficulty })}
      />
      {withStatus && (
        <FilterSelect
          label={t('status')}
          any={t('anyStatus')}
          value={filter.status}
          options={statuses.map((status) => [status, t(statusNames[status])] as const)}
          onChange={(status) => onChange({ status })}
        />
      )}
      <FilterSelect
        label={t('sort')}
        any={t('easiest')}
        value={filter.sort}
        options={sorts.map((sort) => [sort, t(sortNames[sort])] as const)}
        onChange={(sort) => onChange({ sort })}
      />
      {filter.tag && (
        <Button
          size="small"
          icon="cross"
          aria-label={t('removeTag', { tag })}
          onClick={() => onChange({ tag: undefined })}
        >
          {t('tagged', { tag })}
        </Button>
      )}
      {filtered && (
        <Button variant="quiet" icon="reset" onClick={() => onChange(unfiltered)}>
          {t('clear')}
        </Button>
      )}
    </Filters>
  );
}
