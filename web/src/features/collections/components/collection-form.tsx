import { useState, type SyntheticEvent } from 'react';
import { announce } from '@/components/announcer';
import { Button } from '@/components/button';
import { TextAreaField, TextField } from '@/components/field';
import { Form } from '@/components/form';
import { ApiProblem } from '@/lib/api/problem';
import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import { useSaveCollection, type Collection } from '../api/collections';
import { messages } from '../messages';
import styles from './collections.module.css';
import { ExerciseOrder, type Listed } from './exercise-order';
import { ExerciseSearch } from './exercise-search';

interface CollectionFormProps {
  /** Undefined for a new one. */
  readonly collection: Collection | undefined;
  readonly onSaved: (collection: Collection) => void;
}

/** All of a collection. Texts in other languages than these two stay as they are. */
export function CollectionForm({ collection, onSaved }: CollectionFormProps) {
  const t = useMessages(messages);
  const save = useSaveCollection(useLocale());
  const [titles, setTitles] = useState(collection?.titles ?? {});
  const [descriptions, setDescriptions] = useState(collection?.descriptions ?? {});
  const [exercises, setExercises] = useState<readonly Listed[]>(collection?.exercises ?? []);
  const [isActive, setActive] = useState(collection?.is_active ?? false);
  /** Another object for each attempt, so that each takes the focus to the field. */
  const [fault, setFault] = useState<{ words: string } | null>(null);
  const changedElsewhere =
    save.error instanceof ApiProblem && save.error.code === 'precondition_failed';

  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (save.isPending) return;
    const named = Object.values(titles).some((title) => title.trim() !== '');
    setFault(named ? null : { words: t('titleNeeded') });
    if (!named) return;
    save.mutate(
      {
        before: collection,
        change: {
          titles,
          descriptions,
          exercise_ids: exercises.map(({ id }) => id),
          is_active: isActive,
        },
      },
      { onSuccess: onSaved },
    );
  };

  return (
    <Form
      noValidate
      error={fault ?? save.error}
      faulty={fault?.words ?? (changedElsewhere ? t('changedElsewhere') : undefined)}
      onSubmit={submit}
    >
      {(['vi', 'en'] as const).map((locale) => (
        <div key={locale} className={styles.part}>
          <TextField
            label={t(locale === 'vi' ? 'titleVi' : 'titleEn')}
            lang={locale}
            value={titles[locale] ?? ''}
            maxLength={200}
            autoComplete="off"
            error={locale === 'vi' ? fault?.words : undefined}
            onChange={({ target }) => setTitles({ ...titles, [locale]: target.value })}
          />
          <TextAreaField
            label={t(locale === 'vi' ? 'descriptionVi' : 'descriptionEn')}
            lang={locale}
            rows={3}
            value={descriptions[locale] ?? ''}
            maxLength={5000}
            onChange={({ target }) => setDescriptions({ ...descriptions, [locale]: target.value })}
          />
        </div>
      ))}
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={isActive}
          onChange={({ target }) => setActive(target.checked)}
        />
        {t('openToLearners')}
      </label>
      <section className={styles.part} aria-labelledby="in-order">
        <h2 id="in-order">{t('inOrder')}</h2>
        <ExerciseOrder exercises={exercises} onChange={setExercises} />
        <ExerciseSearch
          chosen={exercises}
          onAdd={(exercise) => {
            setExercises([...exercises, exercise]);
            announce(t('added', { title: exercise.title, number: exercises.length + 1 }));
          }}
        />
      </section>
      {changedElsewhere && <p>{t('changedElsewhere')}</p>}
      <div className={styles.actions}>
        <Button type="submit" variant="primary" pending={save.isPending}>
          {t('save')}
        </Button>
      </div>
    </Form>
  );
}
