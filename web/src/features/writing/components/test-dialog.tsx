import { useState, type SyntheticEvent } from 'react';
import { ProblemAlert } from '@/components/alert';
import { announce } from '@/components/announcer';
import { Button } from '@/components/button';
import { Dialog, DialogActions } from '@/components/dialog';
import { TextAreaField, TextField } from '@/components/field';
import { Form } from '@/components/form';
import { Loading } from '@/components/spinner';
import { useMessages } from '@/lib/i18n/messages';
import type { DraftTest } from '../api/drafts';
import { downloadFile, removeTest, writeTest } from '../api/files';
import { isTestName, lastPart, nextName } from '../api/tests';
import { useFileText } from '../use-file-text';
import { useWorkOnFiles } from '../use-work-on-files';
import { useEditing } from '../work';
import { writingMessages } from '../writing-messages';
import styles from './part.module.css';

interface TestDialogProps {
  readonly folder: string;
  /** Null for a new one. */
  readonly test: DraftTest | null;
  readonly onClose: () => void;
}

/** Writes a test by hand. */
export function TestDialog({ folder, test, onClose }: TestDialogProps) {
  const t = useMessages(writingMessages);
  const { draft } = useEditing();
  const input = useFileText(draft.id, test?.input ?? null);
  const answer = useFileText(draft.id, test?.answer ?? null);
  const error = input.error ?? answer.error;
  const files = test ? [test.input, ...(test.answer ? [test.answer] : [])] : [];
  const tooLong =
    test !== null && (input.text === null || (test.answer !== null && answer.text === null));
  return (
    <Dialog
      title={test ? t('editNamed', { name: test.name }) : t('newTest')}
      onClose={onClose}
      wide
    >
      {error ? (
        <ProblemAlert error={error} />
      ) : input.isPending || answer.isPending ? (
        <Loading />
      ) : tooLong ? (
        <>
          <p>{t('tooLong')}</p>
          <div className={styles.toolbar}>
            {files.map(({ path }) => (
              <Button key={path} icon="download" onClick={() => void downloadFile(draft.id, path)}>
                {t('downloadNamed', { name: lastPart(path) })}
              </Button>
            ))}
          </div>
        </>
      ) : (
        <TestForm
          folder={folder}
          test={test}
          input={input.text ?? ''}
          answer={answer.text ?? ''}
          onClose={onClose}
        />
      )}
      {(error !== null || (tooLong && !input.isPending && !answer.isPending)) && (
        <DialogActions>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </DialogActions>
      )}
    </Dialog>
  );
}

interface TestFormProps extends TestDialogProps {
  readonly input: string;
  readonly answer: string;
}

function TestForm({ folder, test, input, answer, onClose }: TestFormProps) {
  const t = useMessages(writingMessages);
  const { draft } = useEditing();
  const work = useWorkOnFiles();
  const [name, setName] = useState(test ? lastPart(test.name) : nextName(folder, draft.tests));
  const [texts, setTexts] = useState({ input, answer });
  /** Another object for each attempt, so that each takes the focus to the field. */
  const [fault, setFault] = useState<{ words: string } | null>(null);
  const path = `${folder}/${name}`;

  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (work.isPending) return;
    const taken = path !== test?.name && draft.tests.some((other) => other.name === path);
    const words = !isTestName(name) ? t('testNameFault') : taken ? t('testNameTaken') : null;
    setFault(words === null ? null : { words });
    if (words !== null) return;
    work.mutate(
      async (id) => {
        await writeTest(id, path, ended(texts.input), ended(texts.answer));
        if (test && test.name !== path) await removeTest(id, test.name);
      },
      {
        onSuccess: () => {
          announce(t('saved', { name: path }));
          onClose();
        },
      },
    );
  };

  return (
    <Form noValidate error={work.error ?? fault} faulty={fault?.words} onSubmit={submit}>
      <TextField
        label={t('testName')}
        hint={t('testNameHint')}
        error={fault?.words}
        value={name}
        required
        spellCheck={false}
        autoComplete="off"
        onChange={({ target }) => setName(target.value)}
      />
      <div className={styles.texts}>
        {(['input', 'answer'] as const).map((side) => (
          <TextAreaField
            key={side}
            label={t(side === 'input' ? 'inputText' : 'answerText')}
            value={texts[side]}
            required
            spellCheck={false}
            autoCapitalize="off"
            onChange={({ target }) => setTexts({ ...texts, [side]: target.value })}
          />
        ))}
      </div>
      <DialogActions>
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button type="submit" variant="primary" pending={work.isPending}>
          {t('save')}
        </Button>
      </DialogActions>
    </Form>
  );
}

/** Programs expect the end of a line after the last one. */
function ended(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}
