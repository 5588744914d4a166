import { useState, type SyntheticEvent } from 'react';
import { ProblemAlert } from '@/components/alert';
import { announce } from '@/components/announcer';
import { Button } from '@/components/button';
import { Dialog, DialogActions } from '@/components/dialog';
import { SelectField, TextField } from '@/components/field';
import { Form } from '@/components/form';
import { Loading } from '@/components/spinner';
import { useMessages } from '@/lib/i18n/messages';
import { languageName } from '@/lib/languages';
import { removeFile, writeText } from '../api/files';
import {
  expectations,
  isExpectation,
  isSourceName,
  nextSolution,
  type Expectation,
} from '../api/solutions';
import { endingOf, languageOfFile, sourceLanguages } from '../api/source-files';
import { useFileText } from '../use-file-text';
import { useWorkOnFiles } from '../use-work-on-files';
import { useEditing } from '../work';
import { writingMessages } from '../writing-messages';
import { CodeBox } from './code-box';
import styles from './part.module.css';

interface SolutionDialogProps {
  /** Such as `accepted/right.py`; null for a new one. */
  readonly name: string | null;
  readonly onClose: () => void;
}

export function SolutionDialog({ name, onClose }: SolutionDialogProps) {
  const t = useMessages(writingMessages);
  const { draft } = useEditing();
  const path = `submissions/${name ?? ''}`;
  // A folder of files is edited as files.
  const file = name === null ? null : draft.files.find((candidate) => candidate.path === path);
  const source = useFileText(draft.id, file ?? null);
  const readable = name === null || source.text !== null;
  return (
    <Dialog title={name ? t('editNamed', { name }) : t('addSolution')} onClose={onClose} wide>
      {source.error ? (
        <ProblemAlert error={source.error} />
      ) : source.isPending ? (
        <Loading />
      ) : readable ? (
        <SolutionForm name={name} source={source.text ?? ''} onClose={onClose} />
      ) : (
        <p>{t('binary')}</p>
      )}
      {(source.error !== null || (!readable && !source.isPending)) && (
        <DialogActions>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </DialogActions>
      )}
    </Dialog>
  );
}

interface SolutionFormProps extends SolutionDialogProps {
  readonly source: string;
}

function SolutionForm({ name, source, onClose }: SolutionFormProps) {
  const t = useMessages(writingMessages);
  const { draft } = useEditing();
  const work = useWorkOnFiles();
  const [folder = '', file = ''] = name?.split(/\/(.*)/) ?? ['accepted', ''];
  const taken = draft.solutions.map((solution) => solution.name);
  const [expected, setExpected] = useState(folder);
  const [language, setLanguage] = useState(file === '' ? 'python3' : languageOfFile(file));
  /** Typed by the author; a new solution otherwise gets a name that fits. */
  const [typedName, setTypedName] = useState(file === '' ? null : file);
  const [code, setCode] = useState(source);
  const [fault, setFault] = useState<{ words: string } | null>(null);
  const proposed = (forExpected: string) =>
    nextSolution(
      isExpectation(forExpected) ? forExpected : 'accepted',
      endingOf(language),
      taken.filter((other) => other !== name),
    );
  const fileName = typedName ?? proposed(expected);
  const full = `${expected}/${fileName}`;

  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (work.isPending) return;
    const words = !isSourceName(fileName)
      ? t('fileNameFault')
      : full !== name && taken.includes(full)
        ? t('fileNameTaken')
        : null;
    setFault(words === null ? null : { words });
    if (words !== null) return;
    work.mutate(
      async (id) => {
        await writeText(id, `submissions/${full}`, code);
        if (name !== null && name !== full) await removeFile(id, `submissions/${name}`);
      },
      {
        onSuccess: () => {
          announce(t('saved', { name: full }));
          onClose();
        },
      },
    );
  };

  const options: readonly string[] = isExpectation(folder)
    ? expectations
    : [folder, ...expectations];
  return (
    <Form noValidate error={work.error ?? fault} faulty={fault?.words} onSubmit={submit}>
      <div className={styles.pair}>
        <SelectField
          label={t('expected')}
          value={expected}
          onChange={({ target }) => setExpected(target.value)}
        >
          {options.map((option) => (
            <option key={option} value={option}>
              {isExpectation(option) ? t(option satisfies Expectation) : option}
            </option>
          ))}
        </SelectField>
        {name === null && (
          <SelectField
            label={t('programmingLanguage')}
            value={language}
            onChange={({ target }) => {
              setLanguage(target.value);
              setTypedName(null);
            }}
          >
            {sourceLanguages.map((id) => (
              <option key={id} value={id}>
                {languageName(id)}
              </option>
            ))}
          </SelectField>
        )}
        <TextField
          label={t('fileName')}
          error={fault?.words}
          value={fileName}
          required
          spellCheck={false}
          autoComplete="off"
          onChange={({ target }) => setTypedName(target.value)}
        />
      </div>
      <CodeBox
        key={language}
        label={t('program')}
        language={language}
        text={code}
        onChange={setCode}
      />
      <DialogActions>
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button type="submit" variant="primary" pending={work.isPending}>
          {t('save')}
        </Button>
      </DialogActions>
    </Form>
  );
}
