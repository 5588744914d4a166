import { Badge } from '@/components/badge';
import { CodeBlock } from '@/components/code-block';
import { Icon } from '@/components/icon';
import { VerdictBadge } from '@/components/verdict/verdict-badge';
import { formatDuration, formatMemory } from '@/lib/i18n/format';
import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import type { JudgedTest, TestFeedback } from '@/lib/judging/judging';
import { messages } from '../messages';
import { useCheckerMessage } from './checker-message';
import { DifferenceView } from './difference-view';
import { useGroupName } from './group-name';
import styles from './test-list.module.css';

/** So many passed tests are folded where others failed: they are not what is looked for. */
const fewest = 3;

export function TestList({ tests }: { readonly tests: readonly JudgedTest[] }) {
  const t = useMessages(messages);
  // The first failed test with something to read is what a learner looks for.
  const opened = tests.find((test) => test.verdict !== 'AC' && hasContent(test));
  // One group of hidden tests is what every exercise has; its name would tell nothing.
  const groups = new Set(tests.filter(({ sample }) => !sample).map(({ group }) => group));
  const grouped = groups.size > 1;
  const passed = tests.filter(({ verdict }) => verdict === 'AC');
  const others = tests.filter(({ verdict }) => verdict !== 'AC');
  const rows = (some: readonly JudgedTest[]) => (
    <ol className={styles.list}>
      {some.map((test) => (
        <li key={test.index}>
          <Test test={test} grouped={grouped} open={test === opened} />
        </li>
      ))}
    </ol>
  );
  if (others.length === 0 || passed.length < fewest) return rows(tests);
  return (
    <>
      {rows(others)}
      <details className={styles.passed}>
        <summary>{t('passedTests', { count: passed.length })}</summary>
        {rows(passed)}
      </details>
    </>
  );
}

interface TestProps {
  readonly test: JudgedTest;
  readonly grouped: boolean;
  readonly open: boolean;
}

function Test({ test, grouped, open }: TestProps) {
  if (!hasContent(test)) {
    return (
      <div className={styles.row}>
        <Facts test={test} grouped={grouped} />
      </div>
    );
  }
  return (
    <details open={open} className={styles.details}>
      <summary className={styles.row}>
        <Facts test={test} grouped={grouped} />
        <span className={styles.chevron}>
          <Icon name="down" size={16} />
        </span>
      </summary>
      <div className={styles.content}>
        <Ending test={test} />
        {test.feedback && <Feedback feedback={test.feedback} />}
      </div>
    </details>
  );
}

function Facts({ test, grouped }: { readonly test: JudgedTest; readonly grouped: boolean }) {
  const t = useMessages(messages);
  const locale = useLocale();
  const groupName = useGroupName();
  const group = test.group && !test.sample && groupName(test.group);
  return (
    <>
      <span className={styles.name}>
        {t('test', { index: test.index })}
        {test.sample && <Badge>{t('sampleTest')}</Badge>}
        {grouped && group && <span className={styles.group}>{group}</span>}
      </span>
      <VerdictBadge verdict={test.verdict} />
      <span className={styles.cost}>
        {test.time_ms !== null && formatDuration(test.time_ms, locale)}
        {test.memory_kib !== null && test.memory_kib > 0 && (
          <span>{formatMemory(test.memory_kib, locale)}</span>
        )}
      </span>
    </>
  );
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
      {isText(input) && <CodeBlock label={t('input')} text={input} />}
      {both && expected !== actual ? (
        <DifferenceView expected={expected} actual={actual} />
      ) : (
        <>
          {isText(expected) && <CodeBlock label={t('expected')} text={expected} />}
          {isText(actual) && <CodeBlock label={t('actual')} text={actual} />}
        </>
      )}
      {stderr && <CodeBlock label={t('stderr')} text={stderr} />}
    </>
  );
}

function isText(value: string | null | undefined): value is string {
  return value !== null && value !== undefined;
}

function hasContent(test: JudgedTest): boolean {
  const { feedback } = test;
  const crashed = test.verdict === 'RTE' && (test.exit_code !== null || test.signal !== null);
  return crashed || (feedback !== null && Object.values(feedback).some((value) => value !== null));
}
