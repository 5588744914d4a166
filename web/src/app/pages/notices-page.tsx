import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Suspense } from 'react';
import { ProblemAlert } from '@/components/alert';
import { Badge } from '@/components/badge';
import { Button } from '@/components/button';
import { Card, EmptyState, LoadMore, Page } from '@/components/page';
import { Loading } from '@/components/spinner';
import { noticesQuery, useMarkRead } from '@/features/submissions/api/comments';
import { messages } from '@/features/submissions/comment-messages';
import { formatAgo, formatTime } from '@/lib/i18n/format';
import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import { SignedIn } from '../layout/page-states';
import styles from './notices-page.module.css';
import { useExerciseTitles } from './use-exercise-titles';

export default function NoticesPage() {
  const t = useMessages(messages);
  return (
    <SignedIn>
      {() => (
        <Page title={t('notices')} lead={t('noticesLead')}>
          <Suspense fallback={<Loading />}>
            <Notices />
          </Suspense>
        </Page>
      )}
    </SignedIn>
  );
}

function Notices() {
  const t = useMessages(messages);
  const locale = useLocale();
  const { title } = useExerciseTitles();
  const query = useSuspenseInfiniteQuery(noticesQuery());
  const markRead = useMarkRead();
  const notices = query.data.pages.flatMap((page) => page.items);
  const unread = query.data.pages[0]?.unread ?? 0;
  return (
    <>
      {markRead.error && <ProblemAlert error={markRead.error} />}
      {unread > 0 && (
        <p className={styles.all}>
          <Button icon="check" pending={markRead.isPending} onClick={() => markRead.mutate(null)}>
            {t('markAllRead')}
          </Button>
        </p>
      )}
      <Card>
        {notices.length > 0 ? (
          <ul className={styles.notices}>
            {notices.map(({ comment, exercise_id, is_read }) => (
              <li key={comment.id}>
                <p className={styles.head}>
                  <Link to="/submissions/$id" params={{ id: String(comment.submission_id) }}>
                    {t('noticeOn', { exercise: title(exercise_id), line: comment.line })}
                  </Link>
                  {!is_read && <Badge tone="info">{t('unread')}</Badge>}
                  <span className={styles.by}>
                    {comment.username},{' '}
                    <time
                      dateTime={comment.created_at}
                      title={formatTime(comment.created_at, locale)}
                    >
                      {formatAgo(comment.created_at, locale)}
                    </time>
                  </span>
                </p>
                <p className={styles.text}>{comment.text}</p>
              </li>
            ))}
          </ul>
        ) : (
          <EmptyState icon="lines">{t('noNotices')}</EmptyState>
        )}
      </Card>
      <LoadMore query={query} />
    </>
  );
}
