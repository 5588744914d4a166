import { useEffect, useId } from 'react';
import { ProblemAlert } from '@/components/alert';
import { announce } from '@/components/announcer';
import { Button } from '@/components/button';
import { Dialog, DialogActions } from '@/components/dialog';
import { useMessages } from '@/lib/i18n/messages';
import { isComplete, useRejudging, type AuthoredExercise, type Rejudging } from '../api/authoring';
import { messages } from '../messages';
import styles from './rejudge-dialog.module.css';

interface RejudgeDialogProps {
  readonly exercise: AuthoredExercise;
  readonly onClose: () => void;
}

/** Judges all submissions to an exercise again, and shows how far that is. It goes on when the dialog is closed. */
export function RejudgeDialog({ exercise, onClose }: RejudgeDialogProps) {
  const t = useMessages(messages);
  const { start, rejudging, error } = useRejudging(exercise.id);
  return (
    <Dialog title={t('rejudgeNamed', { title: exercise.title })} onClose={onClose}>
      {rejudging ? (
        <Progress rejudging={rejudging} />
      ) : (
        <p>{t('rejudgeText', { revision: exercise.revision })}</p>
      )}
      {error && <ProblemAlert error={error} />}
      <DialogActions>
        <Button onClick={onClose}>{t(rejudging ? 'done' : 'cancel')}</Button>
        {!rejudging && (
          <Button
            variant="primary"
            icon="reset"
            pending={start.isPending}
            onClick={() => start.mutate()}
          >
            {t('rejudge')}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}

function Progress({ rejudging }: { readonly rejudging: Rejudging }) {
  const t = useMessages(messages);
  const label = useId();
  const { submissions, waiting, judging, failed } = rejudging;
  const finished = submissions - waiting - judging;
  const complete = isComplete(rejudging);
  const words =
    submissions === 0 ? t('rejudgeNone') : t('rejudgeProgress', { finished, total: submissions });
  useEffect(() => {
    if (complete) announce(words);
  }, [complete, words]);
  return (
    <>
      <p id={label}>{words}</p>
      {submissions > 0 && (
        <progress
          className={styles.bar}
          aria-labelledby={label}
          value={finished}
          max={submissions}
        />
      )}
      {failed > 0 && <p>{t('rejudgeFailed', { count: failed })}</p>}
      {!complete && <p>{t('rejudgeGoesOn')}</p>}
    </>
  );
}
