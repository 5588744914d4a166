import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect } from 'react';
import { ProblemAlert } from '@/components/alert';
import { announce } from '@/components/announcer';
import { Button } from '@/components/button';
import { ConfirmDialog, Dialog, DialogActions } from '@/components/dialog';
import type { Draft } from '@/features/editor/draft';
import type { Exercise } from '@/features/exercises/api/exercises';
import { submissionQuery } from '@/features/submissions/api/submissions';
import { messages } from '@/features/submissions/messages';
import { useStore } from '@/lib/store';
import { useMessages } from '@/lib/i18n/messages';
import { languageName } from '@/lib/languages';

const route = getRouteApi('/exercises/$slug');

interface EarlierCodeProps {
  /** The submission that was asked for. */
  readonly id: number;
  readonly exercise: Exercise;
  readonly draft: Draft;
  readonly language: string;
  readonly onLanguage: (language: string) => void;
}

/** Puts the code of an earlier submission into the editor, and asks first if that replaces something. */
export default function EarlierCode({
  id,
  exercise,
  draft,
  language,
  onLanguage,
}: EarlierCodeProps) {
  const t = useMessages(messages);
  const navigate = route.useNavigate();
  const { data: submission, error } = useQuery(submissionQuery(id));
  const { begun } = useStore(draft.state);
  const [file, ...others] = submission?.files ?? [];
  const fits =
    submission?.exercise_id === exercise.id &&
    file !== undefined &&
    others.length === 0 &&
    exercise.languages.includes(submission.language);
  const otherLanguage = fits && submission.language !== language ? submission.language : null;
  const replaces = begun && file?.content !== draft.text;
  const done = () => void navigate({ search: {}, replace: true });
  const open = () => {
    if (!submission || !file) return;
    draft.replace(file.content);
    announce(t('opened', { number: submission.attempt_number }));
    done();
  };

  useEffect(() => {
    if (otherLanguage) onLanguage(otherLanguage);
    else if (fits && !replaces) open();
    // What is done depends on these alone; the functions are made anew by every render.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [fits, otherLanguage, replaces]);

  if (error || (submission && !fits)) {
    return (
      <Dialog title={t('notOpened')} onClose={done}>
        {error && <ProblemAlert error={error} />}
        <DialogActions>
          <Button onClick={done}>{t('close')}</Button>
        </DialogActions>
      </Dialog>
    );
  }
  if (!submission || otherLanguage || !replaces) return null;
  return (
    <ConfirmDialog
      title={t('openTitle', { number: submission.attempt_number })}
      question={t('openQuestion', { language: languageName(language) })}
      confirm={t('openConfirm')}
      cancel={t('openKeep')}
      onConfirm={open}
      onCancel={done}
    />
  );
}
