import { useEffect, useRef } from 'react';
import { Alert } from '@/components/alert';
import { announce } from '@/components/announcer';
import { CodeBlock } from '@/components/code-block';
import { Icon } from '@/components/icon';
import { Spinner } from '@/components/spinner';
import { TestDots } from '@/components/verdict/test-dots';
import { appearance, verdictNames } from '@/components/verdict/verdict';
import { useMessages } from '@/lib/i18n/messages';
import { isFinal, type Judging } from '@/lib/judging/judging';
import { messages } from '../result-messages';
import styles from './judging-view.module.css';
import { GroupPoints } from './group-points';
import { FirstFailure, firstFailure, Meaning } from './first-failure';
import { TestList } from './test-list';

interface JudgingViewProps {
  readonly judging: Judging;
  /** Null while it is not known. */
  readonly total: number | null;
  /** Whether outputs were compared with right ones; a program that merely ended is no success to speak of. */
  readonly compared?: boolean;
  /** What to say when it is over. */
  readonly finalWords: string;
  readonly children?: React.ReactNode;
}

/** Where the judging stands: the verdict or the progress, what failed first and what that means, then all the rest. */
export function JudgingView(properties: JudgingViewProps) {
  const { judging, total, compared = true, finalWords, children } = properties;
  const t = useMessages(messages);
  useAnnouncements(judging, finalWords);
  const failure = firstFailure(judging.tests);
  return (
    <div className={styles.view}>
      {(compared || judging.verdict !== 'AC') && <Outcome judging={judging} total={total} />}
      {judging.compile_output && (
        <CodeBlock label={t('compileOutput')} text={judging.compile_output} />
      )}
      {failure && <FirstFailure test={failure} />}
      {isFinal(judging) && judging.verdict && judging.verdict !== 'AC' && (
        <Meaning verdict={judging.verdict} />
      )}
      {children}
      <GroupPoints tests={judging.tests} />
      {judging.tests.length > 0 && <TestList tests={judging.tests} without={failure} />}
    </div>
  );
}

function Outcome({ judging, total }: { readonly judging: Judging; readonly total: number | null }) {
  const t = useMessages(messages);
  const names = useMessages(verdictNames);
  const { verdict, tests, status } = judging;
  if (status === 'judge_error' && verdict !== 'JE') {
    return <Alert tone="warn">{t('judgeError')}</Alert>;
  }
  if (status === 'cancelled') return <Alert tone="info">{t('cancelledBefore')}</Alert>;
  if (!isFinal(judging)) {
    return (
      <div className={styles.outcome}>
        <span className={styles.sign}>
          <Spinner />
        </span>
        <div className={styles.words}>
          <p className={styles.name}>{t(status === 'queued' ? 'queued' : 'judging')}</p>
          {total !== null && total > 0 && (
            <>
              <p className={styles.counts}>{t(...doneWords(judging, total))}</p>
              <TestDots tests={tests} total={total} />
            </>
          )}
        </div>
      </div>
    );
  }
  if (!verdict) return null;
  const passed = tests.filter((test) => test.verdict === 'AC').length;
  const all = Math.max(total ?? 0, tests.length);
  // The judge goes no further than it must.
  const stopped = verdict !== 'AC' && tests.length < all;
  return (
    <div
      className={styles.outcome}
      data-tone={appearance[verdict].tone}
      role="group"
      aria-label={t('outcome')}
    >
      <span className={styles.sign}>
        <Icon name={appearance[verdict].icon} size={24} />
      </span>
      <div className={styles.words}>
        <p className={styles.name}>
          {names(verdict)} <abbr aria-hidden="true">{verdict}</abbr>
        </p>
        {tests.length > 0 && (
          <p className={styles.counts}>
            {stopped
              ? t('stoppedAfter', { index: tests.at(-1)?.index ?? 0, total: all })
              : t('passed', { passed, total: all })}
          </p>
        )}
        {tests.length > 0 && <TestDots tests={tests} total={all} />}
      </div>
    </div>
  );
}

/** Results of hidden tests come at the end; until then the service estimates how many are done. */
function doneWords(judging: Judging, total: number) {
  const { length } = judging.tests;
  const done = 'tests_done' in judging ? Math.max(length, judging.tests_done) : length;
  return [done > length ? 'doneAbout' : 'done', { done, total }] as const;
}

/** Speaks of the start, of tests that fail and of the end; a word per passed test would talk over everything else. */
function useAnnouncements(judging: Judging, finalWords: string): void {
  const t = useMessages(messages);
  const names = useMessages(verdictNames);
  const watched = useRef({ spoken: new Set<number>(), wasOpen: false });
  useEffect(() => {
    const { spoken, wasOpen } = watched.current;
    if (isFinal(judging)) {
      if (wasOpen) announce(finalWords);
      watched.current = { spoken: new Set(), wasOpen: false };
      return;
    }
    if (!wasOpen) announce(t('judging'));
    watched.current.wasOpen = true;
    for (const { index, verdict } of judging.tests) {
      if (verdict === 'AC' || spoken.has(index)) continue;
      spoken.add(index);
      announce(t('announceTest', { index, verdict: names(verdict) }));
    }
  }, [judging, finalWords, t, names]);
}
