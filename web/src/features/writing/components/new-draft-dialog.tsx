import { useQuery } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { Button } from '@/components/button';
import { Choices } from '@/components/choices';
import { Dialog, DialogActions } from '@/components/dialog';
import { SelectField, TextField } from '@/components/field';
import { Form } from '@/components/form';
import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import { startsQuery, useCreateDraft, type Draft } from '../api/drafts';
import { messages } from '../messages';
import styles from './part.module.css';

type Start = 'empty' | 'revise' | 'copy' | 'package';

interface NewDraftDialogProps {
  readonly onCreated: (draft: Draft) => void;
  readonly onClose: () => void;
}

/** What a draft begins with. */
export function NewDraftDialog({ onCreated, onClose }: NewDraftDialogProps) {
  const t = useMessages(messages);
  const create = useCreateDraft();
  const exercises = useQuery(startsQuery('', useLocale())).data ?? [];
  const [start, setStart] = useState<Start>('empty');
  const [titles, setTitles] = useState({ vi: '', en: '' });
  const [exercise, setExercise] = useState('');
  const [file, setFile] = useState<File | null>(null);
  /** Another object for each attempt, so that each takes the focus to the field. */
  const [fault, setFault] = useState<{ words: string } | null>(null);

  const given = () => {
    switch (start) {
      case 'empty': {
        const filled = Object.entries(titles).filter(([, title]) => title.trim() !== '');
        return filled.length > 0 ? { titles: Object.fromEntries(filled) } : t('titleNeeded');
      }
      case 'package':
        return file ?? t('chooseFile');
      case 'copy':
      case 'revise':
        return exercise === ''
          ? t('chooseExercise')
          : { exercise_id: Number(exercise), copy: start === 'copy' };
    }
  };

  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (create.isPending) return;
    const wanted = given();
    setFault(typeof wanted === 'string' ? { words: wanted } : null);
    if (typeof wanted !== 'string') create.mutate(wanted, { onSuccess: onCreated });
  };

  const choice = (
    <SelectField
      label={t('exercise')}
      error={fault?.words}
      value={exercise}
      onChange={({ target }) => setExercise(target.value)}
    >
      <option value="">–</option>
      {exercises.map(({ id, title }) => (
        <option key={id} value={id}>
          {title}
        </option>
      ))}
    </SelectField>
  );
  const titleFields = (
    <div className={styles.fields}>
      {(['vi', 'en'] as const).map((locale) => (
        <TextField
          key={locale}
          label={t(locale === 'vi' ? 'titleVi' : 'titleEn')}
          lang={locale}
          error={locale === 'vi' ? fault?.words : undefined}
          value={titles[locale]}
          maxLength={200}
          autoComplete="off"
          onChange={({ target }) => setTitles({ ...titles, [locale]: target.value })}
        />
      ))}
    </div>
  );

  return (
    <Dialog title={t('newDraft')} onClose={onClose}>
      <Form noValidate error={create.error ?? fault} faulty={fault?.words} onSubmit={submit}>
        <Choices<Start>
          legend={t('beginWith')}
          value={start}
          onChange={(chosen) => {
            setStart(chosen);
            setFault(null);
          }}
          options={[
            { value: 'empty', name: t('empty'), explanation: t('emptyText'), details: titleFields },
            { value: 'revise', name: t('revise'), explanation: t('reviseText'), details: choice },
            { value: 'copy', name: t('copy'), explanation: t('copyText'), details: choice },
            {
              value: 'package',
              name: t('package'),
              explanation: t('packageText'),
              details: (
                <TextField
                  label={t('packageFile')}
                  error={fault?.words}
                  type="file"
                  accept=".zip,application/zip"
                  required
                  onChange={({ target }) => setFile(target.files?.[0] ?? null)}
                />
              ),
            },
          ]}
        />
        <DialogActions>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="primary" pending={create.isPending}>
            {t('create')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
