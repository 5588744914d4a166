import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Alert, ProblemAlert } from '@/components/alert';
import { Loading } from '@/components/spinner';
import { verdictNames } from '@/components/verdict/verdict';
import { useUser } from '@/lib/api/session';
import { formatDuration, formatMemory } from '@/lib/i18n/format';
import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import { isFinal, type Submission } from '@/lib/judging/judging';
import { useCompiled, type CompilerListener } from '../api/use-compiled';
import { useFollowedSubmission } from '../api/use-followed';
import { messages } from '../result-messages';
import { CancelButton } from './cancel-button';
import { JudgingView } from './judging-view';
import styles from './live-submission.module.css';

/** A submission that keeps itself up to date, as it shows beside the editor. */
interface LiveSubmissionProps {
  readonly id: number | string;
  /** Of a test, in MiB. */
  readonly memoryLimit: number;
  /** Where to go after the exercise is solved. */
  readonly next: ReactNode;
  readonly onCompiled: CompilerListener;
}

export function LiveSubmission({ id, memoryLimit, next, onCompiled }: LiveSubmissionProps) {
  const t = useMessages(messages);
  const { submission, error, refetch } = useFollowedSubmission(id);
  useCompiled('submission', submission, onCompiled);
  return (
    <div className={styles.live}>
      {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {submission ? (
        <>
          <SubmissionResult submission={submission} memoryLimit={memoryLimit} next={next} />
          <Link to="/submissions/$id" params={{ id: String(id) }}>
            {t('openSubmission')}
          </Link>
        </>
      ) : (
        !error && <Loading />
      )}
    </div>
  );
}

interface SubmissionResultProps {
  readonly submission: Submission;
  readonly memoryLimit?: number;
  readonly next?: ReactNode;
}

export function SubmissionResult({ submission, memoryLimit, next }: SubmissionResultProps) {
  const t = useMessages(messages);
  const names = useMessages(verdictNames);
  const me = useUser();
  const finalWords = submission.verdict
    ? t('announceFinal', {
        verdict: names(submission.verdict),
        points: submission.points ?? 0,
        max: submission.max_points,
      })
    : t(submission.status === 'cancelled' ? 'cancelledBefore' : 'judgeError');
  return (
    <JudgingView judging={submission} total={submission.tests_total} finalWords={finalWords}>
      {submission.verdict === 'AC' && next && (
        <div className={styles.solved}>
          <strong>{t('well')}</strong> {next}
        </div>
      )}
      {isFinal(submission) && <Figures submission={submission} memoryLimit={memoryLimit} />}
      {!isFinal(submission) && submission.user_id === me?.id && (
        <CancelButton kind="submissions" id={submission.id} />
      )}
      {submission.feedback_message && <Alert tone="info">{submission.feedback_message}</Alert>}
    </JudgingView>
  );
}

interface FiguresProps {
  readonly submission: Submission;
  readonly memoryLimit: number | undefined;
}

function Figures({ submission, memoryLimit }: FiguresProps) {
  const t = useMessages(messages);
  const locale = useLocale();
  const { verdict, points, max_points, time_ms, memory_kib, attempt_number } = submission;
  return (
    <dl className={styles.figures}>
      <div>
        <dt>{t('points')}</dt>
        <dd>{t('pointsOf', { points: points ?? 0, max: max_points })}</dd>
      </div>
      {time_ms !== null && verdict !== 'CE' && (
        <div>
          <dt>{t('time')}</dt>
          <dd>{formatDuration(time_ms, locale)}</dd>
        </div>
      )}
      {memory_kib !== null && memory_kib > 0 && (
        <div>
          <dt>{t('memory')}</dt>
          <dd>
            <span>{formatMemory(memory_kib, locale)}</span>
            {memoryLimit !== undefined && (
              <small> / {formatMemory(memoryLimit * 1_024, locale)}</small>
            )}
          </dd>
        </div>
      )}
      <div>
        <dt>{t('attempt')}</dt>
        <dd>{attempt_number.toLocaleString(locale)}</dd>
      </div>
    </dl>
  );
}
