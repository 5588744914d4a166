import type { SyntheticEvent } from 'react';
import { announce } from '@/components/announcer';
import { Button } from '@/components/button';
import { Dialog, DialogActions } from '@/components/dialog';
import { TextAreaField, TextField } from '@/components/field';
import { Form } from '@/components/form';
import { useMessages } from '@/lib/i18n/messages';
import { useComment } from '../api/comments';
import { messages } from '../comment-messages';

export interface Place {
  readonly file: string;
  /** Null lets the user choose it. */
  readonly line: number | null;
}

interface CommentDialogProps {
  readonly submission: number;
  readonly place: Place;
  /** How many lines the file has. */
  readonly lines: number;
  readonly onClose: () => void;
}

/** Writes a comment on a line, or an answer to one. */
export function CommentDialog({ submission, place, lines, onClose }: CommentDialogProps) {
  const t = useMessages(messages);
  const comment = useComment(submission);

  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (comment.isPending) return;
    const form = new FormData(event.currentTarget);
    const text = form.get('text');
    comment.mutate(
      {
        file: place.file,
        line: place.line ?? Number(form.get('line')),
        text: typeof text === 'string' ? text.trim() : '',
      },
      {
        onSuccess: () => {
          announce(t('commented'));
          onClose();
        },
      },
    );
  };

  return (
    <Dialog
      title={place.line === null ? t('comment') : t('commentOn', { line: place.line })}
      onClose={onClose}
    >
      <Form error={comment.error} onSubmit={submit}>
        {place.line === null && (
          <TextField label={t('line')} name="line" type="number" min={1} max={lines} required />
        )}
        <TextAreaField label={t('commentText')} name="text" rows={5} maxLength={4000} required />
        <DialogActions>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="primary" pending={comment.isPending}>
            {t('sendComment')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
