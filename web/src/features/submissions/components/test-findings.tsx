import { CodeBlock } from '@/components/code-block';
import { useMessages } from '@/lib/i18n/messages';
import type { JudgedTest, TestFeedback } from '@/lib/judging/judging';
import { messages } from '../result-messages';
import { useCheckerMessage } from './checker-message';
import { DifferenceView } from './difference-view';
import styles from './test-list.module.css';

/** What a test shows of itself, as far as its author lets learners see it. */
export function TestFindings({ test }: { readonly test: JudgedTest }) {
  return (
    <>
      <Ending test={test} />
      {test.feedback && <Feedback feedback={test.feedback} />}
    </>
  );
}

export function hasFindings(test: JudgedTest): boolean {
  const { feedback } = test;
  const crashed = test.verdict === 'RTE' && (test.exit_code !== null || test.signal !== null);
  return crashed || (feedback !== null && Object.values(feedback).some((value) => value !== null));
}

function Ending({ test }: { readonly test: JudgedTest }) {
  const t = useMessages(messages);
  if (test.verdict !== 'RTE') return null;
  if (test.signal !== null) return <p>{t('signal', { signal: test.signal })}</p>;
  if (test.exit_code !== null) return <p>{t('exitCode', { code: test.exit_code })}</p>;
  return null;
}

function Feedback({ feedback }: { readonly feedback: TestFeedback }) {
  const t = useMessages(messages);
  const checkerMessage = useCheckerMessage();
  const { message, input, expected, actual, stderr } = feedback;
  const both = isText(expected) && isText(actual);
  return (
    <>
      {message && <p className={styles.message}>{checkerMessage(message)}</p>}
      {/* A traceback explains more than an output that was never finished. */}
      {stderr && <CodeBlock label={t('stderr')} text={stderr} />}
      {isText(input) && <CodeBlock label={t('input')} text={input} />}
      {both && expected !== actual ? (
        <DifferenceView expected={expected} actual={actual} />
      ) : (
        <>
          {isText(expected) && <CodeBlock label={t('expected')} text={expected} />}
          {isText(actual) && <CodeBlock label={t('actual')} text={actual} />}
        </>
      )}
    </>
  );
}

function isText(value: string | null | undefined): value is string {
  return value !== null && value !== undefined;
}
