import { useEffect, useState } from 'react';
import { Alert, ProblemAlert } from '@/components/alert';
import { announce } from '@/components/announcer';
import { Button } from '@/components/button';
import { ConfirmDialog } from '@/components/dialog';
import { Card } from '@/components/page';
import { useMessages } from '@/lib/i18n/messages';
import { isFinal, type Check } from '@/lib/judging/judging';
import { usePublishDraft, type Published } from '../api/drafts';
import { isFault } from '../api/findings';
import { hasPassed, judgedSolutions, useFollowedCheck, useStartCheck } from '../api/verification';
import { publishMessages } from '../publish-messages';
import { useWorkOnFiles } from '../use-work-on-files';
import { useEditing, useWork } from '../work';
import styles from './part.module.css';
import { SolutionTable } from './solution-table';

interface PublishStepsProps {
  readonly administrator: boolean;
  readonly onPublished: (published: Published) => void;
}

/** A judge runs the solutions; then the draft can be published. */
export function PublishSteps({ administrator, onPublished }: PublishStepsProps) {
  const t = useMessages(publishMessages);
  const { findings, read } = useWork();
  const { draft, editing, saving } = useEditing();
  const start = useStartCheck();
  const work = useWorkOnFiles();
  const publish = usePublishDraft();
  const [asking, setAsking] = useState(false);
  const { check, error } = useFollowedCheck(draft.check_id);
  const faulty = !read || findings.some(isFault);
  const running = check !== undefined && !isFinal(check);
  const unsaved = saving !== 'saved';
  const ready = check !== undefined && hasPassed(check, draft.version) && !unsaved;

  const judge = () => work.mutate((id) => start.mutateAsync(id));
  const carryOut = async (judged: boolean) => {
    await editing.flush();
    // The draft goes away with what it does not have yet; the page shows why that was not saved.
    if (editing.state.value.saving !== 'saved') return;
    publish.mutate({ draft: editing.draft, judged }, { onSuccess: onPublished });
  };

  return (
    <>
      <section className={styles.part} aria-labelledby="judging">
        <h3 id="judging">{t('judging')}</h3>
        <p className={styles.hint}>{t('judgingText')}</p>
        {(work.error ?? error) && <ProblemAlert error={work.error ?? error} withFaults />}
        {check && <Progress check={check} version={draft.version} />}
        {draft.solutions.length > 0 && check && (
          <Card>
            <SolutionTable solutions={draft.solutions} judged={judgedSolutions(check)} />
          </Card>
        )}
        <div className={styles.toolbar}>
          <Button
            variant={ready ? 'secondary' : 'primary'}
            icon="play"
            pending={running || work.isPending}
            aria-disabled={faulty || undefined}
            onClick={() => {
              if (!faulty) judge();
            }}
          >
            {t(check ? 'judgeAgain' : 'judge')}
          </Button>
          {faulty && read && <span className={styles.hint}>{t('firstErrors')}</span>}
        </div>
      </section>
      <section className={styles.part} aria-labelledby="publishing">
        <h3 id="publishing">{t('publishTitle')}</h3>
        <p className={styles.hint}>
          {t(draft.exercise_id === null ? 'publishNew' : 'publishRevision')}
        </p>
        {publish.error && <ProblemAlert error={publish.error} withFaults />}
        <div className={styles.toolbar}>
          <Button
            variant={ready ? 'primary' : 'secondary'}
            icon="send"
            pending={publish.isPending}
            aria-disabled={!ready || undefined}
            onClick={() => {
              if (ready) void carryOut(true);
            }}
          >
            {t('publish')}
          </Button>
          {!ready && <span className={styles.hint}>{t('judgeFirst')}</span>}
          {administrator && !ready && !faulty && (
            <Button onClick={() => setAsking(true)}>{t('publishAnyway')}</Button>
          )}
        </div>
      </section>
      {asking && (
        <ConfirmDialog
          title={t('publishAnyway')}
          question={t('publishAnywayText')}
          confirm={t('publish')}
          cancel={t('cancel')}
          onCancel={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false);
            void carryOut(false);
          }}
        />
      )}
    </>
  );
}

interface ProgressProps {
  readonly check: Check;
  /** Of the draft at present. */
  readonly version: number;
}

function Progress({ check, version }: ProgressProps) {
  const t = useMessages(publishMessages);
  const { status, verdict, tests, tests_total, message, draft_version } = check;
  const final = isFinal(check);
  const words = final
    ? status === 'judged'
      ? t(verdict === 'AC' ? 'passed' : 'notPassed')
      : t('failed', { message: message ?? status })
    : status === 'queued'
      ? t('queued')
      : tests_total
        ? t('running', { done: tests.length, total: tests_total })
        : t('runningUnknown');
  const [watched, setWatched] = useState(!final);
  if (!final && !watched) setWatched(true);
  useEffect(() => {
    if (final && watched) announce(words);
  }, [final, watched, words]);
  if (!final) {
    return (
      <div>
        <p>{words}</p>
        <progress
          className={styles.bar}
          aria-label={words}
          {...(tests_total ? { value: tests.length, max: tests_total } : {})}
        />
      </div>
    );
  }
  return (
    <>
      <Alert tone={status === 'judged' && verdict === 'AC' ? 'good' : 'bad'} live={false}>
        {words}
      </Alert>
      {draft_version !== version && (
        <Alert tone="warn" live={false}>
          {t('outdated')}
        </Alert>
      )}
    </>
  );
}
