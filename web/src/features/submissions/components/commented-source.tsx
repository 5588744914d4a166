import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { ProblemAlert } from '@/components/alert';
import { announce } from '@/components/announcer';
import { Button } from '@/components/button';
import { CodeView } from '@/components/code/code-view';
import { ConfirmDialog } from '@/components/dialog';
import type { User } from '@/lib/api/session';
import { useMessages } from '@/lib/i18n/messages';
import {
  byLine,
  commentsQuery,
  useDeleteComment,
  useMarkRead,
  type Comment,
} from '../api/comments';
import type { Submission } from '@/lib/judging/judging';
import { messages } from '../comment-messages';
import { CommentDialog, type Place } from './comment-dialog';
import { Conversation } from './conversation';
import styles from './source-view.module.css';

interface CommentedSourceProps {
  readonly submission: Submission;
  readonly user: User;
  readonly label: string;
  /** What can be done with the code, beside its name. */
  readonly actions?: ReactNode;
}

/** The code of a submission with what teachers and the learner say about its lines. */
export function CommentedSource({ submission, user, label, actions }: CommentedSourceProps) {
  const t = useMessages(messages);
  const { id, files, language } = submission;
  const { data, error } = useQuery(commentsQuery(id));
  const comments = data?.items ?? [];
  const remove = useDeleteComment(id);
  const [place, setPlace] = useState<Place>();
  const [doomed, setDoomed] = useState<Comment>();
  useRead(id, comments.length > 0);
  const lines = files.find(({ name }) => name === place?.file)?.content.split('\n').length ?? 1;

  return (
    <section aria-label={label} className={styles.source}>
      {error && <ProblemAlert error={error} />}
      {remove.error && <ProblemAlert error={remove.error} />}
      {files.map(({ name, content }, index) => {
        const said = byLine(comments, name);
        return (
          <CodeView
            key={name}
            label={files.length > 1 ? name : label}
            text={content}
            language={language}
            actions={
              <>
                {index === 0 && actions}
                {user.role !== 'learner' && submission.user_id !== user.id && (
                  <Button
                    variant="quiet"
                    size="small"
                    icon="lines"
                    onClick={() => setPlace({ file: name, line: null })}
                  >
                    {t('comment')}
                  </Button>
                )}
              </>
            }
            below={(line) => {
              const found = said.get(line);
              return (
                found && (
                  <Conversation
                    line={line}
                    comments={found}
                    me={user.id}
                    onAnswer={() => setPlace({ file: name, line })}
                    onDelete={setDoomed}
                  />
                )
              );
            }}
          />
        );
      })}
      {place && (
        <CommentDialog
          submission={id}
          place={place}
          lines={lines}
          onClose={() => setPlace(undefined)}
        />
      )}
      {doomed && (
        <ConfirmDialog
          title={t('deleteCommentTitle')}
          question={doomed.text}
          confirm={t('deleteComment')}
          cancel={t('cancel')}
          onCancel={() => setDoomed(undefined)}
          onConfirm={() => {
            setDoomed(undefined);
            remove.mutate(doomed, { onSuccess: () => announce(t('commentDeleted')) });
          }}
        />
      )}
    </section>
  );
}

/** Who sees the comments has read them. */
function useRead(submission: number, any: boolean): void {
  const { mutate } = useMarkRead();
  useEffect(() => {
    if (any) mutate(submission);
  }, [mutate, submission, any]);
}
