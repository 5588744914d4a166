import { useState, type SyntheticEvent } from 'react';
import { Alert } from '@/components/alert';
import { Button } from '@/components/button';
import { Dialog, DialogActions } from '@/components/dialog';
import { FaultList } from '@/components/fault-list';
import { TextField } from '@/components/field';
import { Form } from '@/components/form';
import { useMessages } from '@/lib/i18n/messages';
import { usePublish, type AuthoredExercise, type Published } from '../api/authoring';
import { messages } from '../messages';

interface PublishDialogProps {
  /** Null for a new exercise. */
  readonly exercise: AuthoredExercise | null;
  readonly onPublished: (published: Published) => void;
  readonly onClose: () => void;
}

/**
 * Takes a package. One that has faults stays in the dialog, with all of them, until a better one is chosen. What its author
 * should know about one that was taken is shown before the dialog closes.
 */
export function PublishDialog({ exercise, onPublished, onClose }: PublishDialogProps) {
  const t = useMessages(messages);
  const publish = usePublish();
  const [file, setFile] = useState<File | null>(null);
  const [missing, setMissing] = useState<object | null>(null);

  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (publish.isPending) return;
    // Another object each time, so that each attempt takes the focus to the field.
    setMissing(file ? null : {});
    if (!file) return;
    publish.mutate(
      { file, exercise },
      {
        onSuccess: (published) => {
          if (published.warnings.length === 0) onPublished(published);
        },
      },
    );
  };

  const published = publish.data;
  if (published && published.warnings.length > 0) {
    const close = () => onPublished(published);
    const { slug, revision, warnings } = published;
    return (
      <Dialog title={t('published', { slug, revision })} onClose={close}>
        <Alert tone="warn">
          <p>{t('warnings', { count: warnings.length })}</p>
          <FaultList faults={warnings} />
        </Alert>
        <DialogActions>
          <Button variant="primary" onClick={close}>
            {t('close')}
          </Button>
        </DialogActions>
      </Dialog>
    );
  }

  return (
    <Dialog
      title={exercise ? t('newRevisionOf', { title: exercise.title }) : t('newExercise')}
      onClose={onClose}
    >
      <p>{exercise ? t('revisionText', { revision: exercise.revision }) : t('newText')}</p>
      <Form
        noValidate
        error={publish.error ?? missing}
        faulty={missing ? t('chooseFile') : undefined}
        onSubmit={submit}
      >
        <TextField
          label={t('package')}
          hint={t('packageHint')}
          error={missing ? t('chooseFile') : undefined}
          name="package"
          type="file"
          accept=".zip,application/zip"
          required
          onChange={(event) => {
            setFile(event.target.files?.[0] ?? null);
            setMissing(null);
            publish.reset();
          }}
        />
        <DialogActions>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="primary" icon="upload" pending={publish.isPending}>
            {t('upload')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
