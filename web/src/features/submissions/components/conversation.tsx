import { Badge } from '@/components/badge';
import { Button } from '@/components/button';
import { formatAgo, formatTime } from '@/lib/i18n/format';
import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import type { Comment } from '../api/comments';
import { messages } from '../comment-messages';
import styles from './conversation.module.css';

interface ConversationProps {
  readonly line: number;
  readonly comments: readonly Comment[];
  /** The number of the user, who may delete what they wrote. */
  readonly me: number;
  readonly onAnswer: () => void;
  readonly onDelete: (comment: Comment) => void;
}

/** What was said about one line. */
export function Conversation({ line, comments, me, onAnswer, onDelete }: ConversationProps) {
  const t = useMessages(messages);
  const locale = useLocale();
  return (
    <section className={styles.conversation} aria-label={t('commentsOn', { line })}>
      {comments.map((comment) => (
        <article key={comment.id}>
          <p className={styles.by}>
            <strong>{comment.username}</strong>
            {!comment.by_learner && <Badge tone="info">{t('teacher')}</Badge>}
            <time dateTime={comment.created_at} title={formatTime(comment.created_at, locale)}>
              {formatAgo(comment.created_at, locale)}
            </time>
            {comment.user_id === me && (
              <Button
                variant="quiet"
                size="small"
                aria-label={t('deleteCommentOn', { line })}
                onClick={() => onDelete(comment)}
              >
                {t('deleteComment')}
              </Button>
            )}
          </p>
          <p className={styles.text}>{comment.text}</p>
        </article>
      ))}
      <Button size="small" aria-label={t('answerOn', { line })} onClick={onAnswer}>
        {t('answer')}
      </Button>
    </section>
  );
}
