import { useEffect, useState, type SyntheticEvent } from 'react';
import { Alert } from '@/components/alert';
import { Button } from '@/components/button';
import { Dialog, DialogActions } from '@/components/dialog';
import { FaultList } from '@/components/fault-list';
import { TextField } from '@/components/field';
import { Form } from '@/components/form';
import { useMessages } from '@/lib/i18n/messages';
import {
  useCheckProgress,
  usePublish,
  type AuthoredExercise,
  type Import,
  type Published,
} from '../api/authoring';
import { messages } from '../messages';

interface PublishDialogProps {
  /** Null for a new exercise. */
  readonly exercise: AuthoredExercise | null;
  readonly onPublished: (published: Published) => void;
  /** Opens what a refused package became. */
  readonly onDraft: (draftId: number) => void;
  readonly onClose: () => void;
}

/**
 * Takes a package, which a judge checks before it is published. One that has faults stays in the dialog, with all of them, until
 * a better one is chosen. What its author should know about one that was published is shown before the dialog closes.
 */
export function PublishDialog({ exercise, onPublished, onDraft, onClose }: PublishDialogProps) {
  const t = useMessages(messages);
  const { upload, published, checking, refused, error } = usePublish();
  const [file, setFile] = useState<File | null>(null);
  const [missing, setMissing] = useState<object | null>(null);

  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (upload.isPending) return;
    // Another object each time, so that each attempt takes the focus to the field.
    setMissing(file ? null : {});
    if (file) upload.mutate({ file, exercise });
  };

  const complete = published?.warnings.length === 0 ? published : undefined;
  useEffect(() => {
    if (complete) onPublished(complete);
    // The parent closes the dialog; what it passes anew each time must not publish again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [complete]);

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

  if (checking) {
    return (
      <Dialog title={t('checking')} onClose={onClose}>
        <Progress checked={checking} />
        <p>{t('checkingGoesOn')}</p>
        <DialogActions>
          <Button onClick={onClose}>{t('close')}</Button>
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
        error={error ?? missing}
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
            upload.reset();
          }}
        />
        <DialogActions>
          <Button onClick={onClose}>{t('cancel')}</Button>
          {refused && <Button onClick={() => onDraft(refused.draft_id)}>{t('openDraft')}</Button>}
          <Button type="submit" variant="primary" icon="upload" pending={upload.isPending}>
            {t('upload')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}

function Progress({ checked }: { readonly checked: Import }) {
  const t = useMessages(messages);
  const check = useCheckProgress(checked.check_id);
  const total = check?.tests_total;
  const words = total
    ? t('checkingTests', { done: check.tests.length, total })
    : t('checkingWaits');
  return (
    <div role="status">
      <p>{words}</p>
      <progress aria-label={words} {...(total ? { value: check.tests.length, max: total } : {})} />
    </div>
  );
}
