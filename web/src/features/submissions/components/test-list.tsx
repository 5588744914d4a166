import { Badge } from '@/components/badge';
import { Icon } from '@/components/icon';
import { VerdictBadge } from '@/components/verdict/verdict-badge';
import { formatDuration, formatMemory } from '@/lib/i18n/format';
import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import type { JudgedTest } from '@/lib/judging/judging';
import { messages } from '../result-messages';
import { useGroupName } from './group-name';
import { TestFindings, hasFindings } from './test-findings';
import styles from './test-list.module.css';

/** From so many on passed tests are folded: they are not what is looked for. */
const fewest = 3;

interface TestListProps {
  readonly tests: readonly JudgedTest[];
  /** Shown above already. */
  readonly without?: JudgedTest | undefined;
}

export function TestList({ tests, without }: TestListProps) {
  const t = useMessages(messages);
  // One group of hidden tests is what every exercise has; its name would tell nothing.
  const groups = new Set(tests.filter(({ sample }) => !sample).map(({ group }) => group));
  const grouped = groups.size > 1;
  const passed = tests.filter(({ verdict }) => verdict === 'AC');
  const others = tests.filter((test) => test.verdict !== 'AC' && test !== without);
  const rows = (some: readonly JudgedTest[]) => (
    <ol className={styles.list}>
      {some.map((test) => (
        <li key={test.index}>
          <Test test={test} grouped={grouped} />
        </li>
      ))}
    </ol>
  );
  if (passed.length < fewest) return rows(tests.filter((test) => test !== without));
  return (
    <>
      {others.length > 0 && rows(others)}
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
}

function Test({ test, grouped }: TestProps) {
  if (!hasFindings(test)) {
    return (
      <div className={styles.row}>
        <Facts test={test} grouped={grouped} />
      </div>
    );
  }
  return (
    <details className={styles.details}>
      <summary className={styles.row}>
        <Facts test={test} grouped={grouped} />
        <span className={styles.chevron}>
          <Icon name="down" size={16} />
        </span>
      </summary>
      <div className={styles.content}>
        <TestFindings test={test} />
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
