import { Button } from '@/components/button';
import { Filters, FilterSelect } from '@/components/filters';
import { SearchBox } from '@/components/search-box';
import { verdictNames, verdicts } from '@/components/verdict/verdict';
import { useMessages } from '@/lib/i18n/messages';
import { languageName } from '@/lib/languages';
import { isFiltered, unfiltered, type ResultFilter } from '../api/results';
import { messages } from '../messages';

interface ResultFiltersProps {
  readonly filter: ResultFilter;
  /** The languages that occur. */
  readonly languages: readonly string[];
  /** Called with what changes. */
  readonly onChange: (change: ResultFilter) => void;
}

export function ResultFilters({ filter, languages, onChange }: ResultFiltersProps) {
  const t = useMessages(messages);
  const names = useMessages(verdictNames);
  return (
    <Filters>
      <SearchBox
        label={t('learner')}
        placeholder={t('learnerPlaceholder')}
        value={filter.learner ?? ''}
        onChange={(learner) => onChange({ learner: learner || undefined })}
      />
      <FilterSelect
        label={t('verdict')}
        any={`${t('verdict')}: ${t('all')}`}
        value={filter.verdict}
        options={verdicts.map((id) => [id, names(id)] as const)}
        onChange={(verdict) => onChange({ verdict })}
      />
      <FilterSelect
        label={t('language')}
        any={`${t('language')}: ${t('all')}`}
        value={filter.language}
        options={languages.map((id) => [id, languageName(id)] as const)}
        onChange={(language) => onChange({ language })}
      />
      {isFiltered(filter) && (
        <Button variant="quiet" icon="reset" onClick={() => onChange(unfiltered)}>
          {t('clear')}
        </Button>
      )}
    </Filters>
  );
}
