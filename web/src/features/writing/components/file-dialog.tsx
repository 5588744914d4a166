import { useState, type SyntheticEvent } from 'react';
import { ProblemAlert } from '@/components/alert';
import { announce } from '@/components/announcer';
import { Button } from '@/components/button';
import { Dialog, DialogActions } from '@/components/dialog';
import { TextField } from '@/components/field';
import { Form } from '@/components/form';
import { Loading } from '@/components/spinner';
import { useMessages } from '@/lib/i18n/messages';
import type { DraftFile } from '../api/drafts';
import { writeText } from '../api/files';
import { languageOfFile } from '../api/source-files';
import { useFileText } from '../use-file-text';
import { useWorkOnFiles } from '../use-work-on-files';
import { useEditing } from '../work';
import { writingMessages } from '../writing-messages';
import { CodeBox } from './code-box';

interface FileDialogProps {
  /** Null for a new one. */
  readonly file: DraftFile | null;
  readonly onClose: () => void;
}

/** Edits any short text of the draft. */
export function FileDialog({ file, onClose }: FileDialogProps) {
  const t = useMessages(writingMessages);
  const { draft } = useEditing();
  const content = useFileText(draft.id, file);
  const readable = file === null || content.text !== null;
  return (
    <Dialog
      title={file ? t('editNamed', { name: file.path }) : t('addFile')}
      onClose={onClose}
      wide
    >
      {content.error ? (
        <ProblemAlert error={content.error} />
      ) : content.isPending ? (
        <Loading />
      ) : readable ? (
        <FileForm file={file} text={content.text ?? ''} onClose={onClose} />
      ) : (
        <p>{t('binary')}</p>
      )}
      {(content.error !== null || (!readable && !content.isPending)) && (
        <DialogActions>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </DialogActions>
      )}
    </Dialog>
  );
}

interface FileFormProps extends FileDialogProps {
  readonly text: string;
}

function FileForm({ file, text, onClose }: FileFormProps) {
  const t = useMessages(writingMessages);
  const work = useWorkOnFiles();
  const [path, setPath] = useState(file?.path ?? '');
  const [content, setContent] = useState(text);
  const [fault, setFault] = useState<{ words: string } | null>(null);

  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (work.isPending) return;
    const good = /^[^/\\:]+(\/[^/\\:]+)*$/.test(path);
    setFault(good ? null : { words: t('filePathFault') });
    if (!good) return;
    work.mutate((id) => writeText(id, path, content), {
      onSuccess: () => {
        announce(t('saved', { name: path }));
        onClose();
      },
    });
  };

  return (
    <Form noValidate error={work.error ?? fault} faulty={fault?.words} onSubmit={submit}>
      {file === null && (
        <TextField
          label={t('filePath')}
          hint={t('filePathHint')}
          error={fault?.words}
          value={path}
          required
          spellCheck={false}
          autoCapitalize="off"
          onChange={({ target }) => setPath(target.value.trim())}
        />
      )}
      <CodeBox
        label={t('content')}
        language={languageOfFile(path)}
        text={content}
        onChange={setContent}
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
