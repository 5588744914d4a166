import { ProblemAlert } from '@/components/alert';
import { CodeBlock } from '@/components/code-block';
import { Loading } from '@/components/spinner';
import { verdictNames } from '@/components/verdict/verdict';
import { formatDuration, formatMemory } from '@/lib/i18n/format';
import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import { isFinal, type RunOutput } from '@/lib/judging/judging';
import { useCompiled, type CompilerListener } from '../api/use-compiled';
import { useFollowedRun } from '../api/use-followed';
import { messages } from '../result-messages';
import { CancelButton } from './cancel-button';
import { JudgingView } from './judging-view';
import styles from './live-run.module.css';

interface LiveRunProps {
  readonly id: number | string;
  /** Samples of the exercise, or null for a run with own input. */
  readonly total: number | null;
  readonly onCompiled: CompilerListener;
}

export function LiveRun({ id, total, onCompiled }: LiveRunProps) {
  const t = useMessages(messages);
  const names = useMessages(verdictNames);
  const { run, error } = useFollowedRun(id);
  useCompiled('run', run, onCompiled);
  if (error) return <ProblemAlert error={error} />;
  if (!run) return <Loading />;
  const printed = run.output?.stdout ?? '';
  const words = run.output
    ? t('announceOutput', { output: printed === '' ? t('noOutput') : printed.slice(0, 200) })
    : t('announceRun', { verdict: run.verdict ? names(run.verdict) : '' });
  return (
    <JudgingView judging={run} total={total} compared={total !== null} finalWords={words}>
      {!isFinal(run) && <CancelButton kind="runs" id={run.id} />}
      {run.output && run.verdict !== 'CE' && <Output output={run.output} />}
    </JudgingView>
  );
}

function Output({ output }: { readonly output: RunOutput }) {
  const t = useMessages(messages);
  const locale = useLocale();
  const { stdout, stderr, exit_code, signal, time_ms, memory_kib, truncated } = output;
  return (
    <div className={styles.output}>
      {stdout ? (
        <CodeBlock label={t('output')} text={stdout} />
      ) : (
        <p className={styles.facts}>{t('noOutput')}</p>
      )}
      {stderr && <CodeBlock label={t('errorOutput')} text={stderr} />}
      {truncated && <p className={styles.facts}>{t('truncated')}</p>}
      <p className={styles.facts}>
        {/* The judge reports a run that no signal stopped as signal 0. */}
        {signal
          ? t('signal', { signal })
          : exit_code !== null && t('exitCode', { code: exit_code })}
        {time_ms !== null && <span>{formatDuration(time_ms, locale)}</span>}
        {memory_kib !== null && memory_kib > 0 && <span>{formatMemory(memory_kib, locale)}</span>}
      </p>
    </div>
  );
}
