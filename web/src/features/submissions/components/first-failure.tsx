import type { JudgedTest } from '@/lib/judging/judging';
import { useMessages } from '@/lib/i18n/messages';
import { verdictExplanations, type Verdict } from '@/components/verdict/verdict';
import { VerdictBadge } from '@/components/verdict/verdict-badge';
import { messages } from '../result-messages';
import { verdictTips } from '../verdict-tips';
import styles from './first-failure.module.css';
import { TestFindings, hasFindings } from './test-findings';

/** The failed test that a learner can learn most from: the first that shows anything, or else the first. */
export function firstFailure(tests: readonly JudgedTest[]): JudgedTest | undefined {
  const failed = tests.filter(({ verdict }) => verdict !== 'AC');
  return failed.find(hasFindings) ?? failed[0];
}

/** What failed first: what the program read, what it should have written and what it wrote. */
export function FirstFailure({ test }: { readonly test: JudgedTest }) {
  const t = useMessages(messages);
  return (
    <section className={styles.failure} aria-label={t('failedFirst')}>
      <h2 className={styles.heading}>
        {t('test', { index: test.index })}
        {test.sample && ` · ${t('sampleTest')}`} <VerdictBadge verdict={test.verdict} />
      </h2>
      {hasFindings(test) ? <TestFindings test={test} /> : <p>{t('hiddenFailure')}</p>}
    </section>
  );
}

/** What a verdict means, and what to try next. */
export function Meaning({ verdict }: { readonly verdict: Verdict }) {
  const t = useMessages(messages);
  const explanations = useMessages(verdictExplanations);
  const tips = useMessages(verdictTips);
  return (
    <section className={styles.meaning}>
      <h2>{t('meaning')}</h2>
      <p>{explanations(verdict)}</p>
      {verdict !== 'AC' && <p>{tips(verdict)}</p>}
    </section>
  );
}
