import { useState, type SyntheticEvent } from 'react';
import { Button } from '@/components/button';
import { Dialog, DialogActions } from '@/components/dialog';
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

/** Takes a package. One that has faults stays in the dialog, with all of them, until a better one is chosen. */
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
    if (file) publish.mutate({ file, exercise }, { onSuccess: onPublished });
  };

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
