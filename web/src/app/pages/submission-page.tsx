import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ProblemAlert } from '@/components/alert';
import { buttonClass } from '@/components/button';
import { Icon } from '@/components/icon';
import { Card, Page } from '@/components/page';
import { Loading } from '@/components/spinner';
import type { Submission } from '@/lib/judging/judging';
import { exerciseQuery } from '@/features/exercises/api/exercises';
import { useFollowedSubmission } from '@/features/submissions/api/use-followed';
import { SubmissionResult } from '@/features/submissions/components/live-submission';
import { RejudgeButton } from '@/features/submissions/components/rejudge-button';
import { CommentedSource } from '@/features/submissions/components/commented-source';
import { messages } from '@/features/submissions/messages';
import type { User } from '@/lib/api/session';
import { formatTime } from '@/lib/i18n/format';
import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import { languageName } from '@/lib/languages';
import { SignedIn } from '../layout/page-states';
import styles from './submission-page.module.css';
import { useExerciseTitles } from './use-exercise-titles';

const route = getRouteApi('/submissions/$id');

export default function SubmissionPage() {
  const { id } = route.useParams();
  return <SignedIn>{(user) => <Followed key={id} id={id} user={user} />}</SignedIn>;
}

function Followed({ id, user }: { readonly id: string; readonly user: User }) {
  const t = useMessages(messages);
  const { submission, error, refetch } = useFollowedSubmission(id);
  if (submission) return <Shown submission={submission} user={user} error={error} />;
  return (
    <Page title={t('notFound')}>
      {error ? <ProblemAlert error={error} onRetry={() => void refetch()} /> : <Loading />}
    </Page>
  );
}

interface ShownProps {
  readonly submission: Submission;
  readonly user: User;
  readonly error: Error | null;
}

function Shown({ submission, user, error }: ShownProps) {
  const t = useMessages(messages);
  const locale = useLocale();
  const { title, slug } = useExerciseTitles();
  const own = submission.user_id === user.id;
  // What authors submit to exercises of others is theirs as learners.
  const access = useQuery({
    ...exerciseQuery(submission.exercise_id, locale),
    enabled: user.role !== 'learner',
  }).data?.access;
  return (
    <Page
      title={title(submission.exercise_id)}
      lead={
        <>
          {t('attemptNumber', { number: submission.attempt_number })} ·{' '}
          {languageName(submission.language)} · {formatTime(submission.submitted_at, locale)}
          {!own && ` · ${submission.username}`}
        </>
      }
      actions={
        <div className={styles.actions}>
          {access && (
            <>
              {access !== 'viewer' && <RejudgeButton id={submission.id} />}
              <Link to="/author/exercises/$id" params={{ id: String(submission.exercise_id) }}>
                {t('allResults')}
              </Link>
            </>
          )}
          <Link to="/exercises/$slug" params={{ slug: slug(submission.exercise_id) }}>
            {t('tryAgainCode')}
          </Link>
        </div>
      }
    >
      {error && <ProblemAlert error={error} />}
      <div className={styles.columns}>
        <Card className={styles.card}>
          <SubmissionResult submission={submission} />
        </Card>
        <CommentedSource
          submission={submission}
          user={user}
          actions={
            submission.files.length === 1 && (
              <Link
                to="/exercises/$slug"
                params={{ slug: slug(submission.exercise_id) }}
                search={{ from: submission.id }}
                className={buttonClass('quiet', 'small')}
              >
                <Icon name="brackets" size={16} />
                {t('openInEditor')}
              </Link>
            )
          }
          label={own ? t('source') : t('sourceOf', { user: submission.username })}
        />
      </div>
    </Page>
  );
}
