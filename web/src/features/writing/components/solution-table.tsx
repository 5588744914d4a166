import type { ReactNode } from 'react';
import { Badge } from '@/components/badge';
import { TestDots } from '@/components/verdict/test-dots';
import { formatDuration } from '@/lib/i18n/format';
import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import type { Draft } from '../api/drafts';
import { isExpectation } from '../api/solutions';
import type { Judged } from '../api/verification';
import { settingsMessages } from '../settings-messages';
import { writingMessages } from '../writing-messages';
import styles from './part.module.css';

type Solution = Draft['solutions'][number];

interface SolutionTableProps {
  readonly solutions: readonly Solution[];
  /** What the last check says, as far as it has come. */
  readonly judged: readonly Judged[];
  /** A last cell for each. */
  readonly actions?: (solution: Solution) => ReactNode;
}

/** Solutions with what they must get, and what they got. */
export function SolutionTable({ solutions, judged, actions }: SolutionTableProps) {
  const t = useMessages(writingMessages);
  const settingsT = useMessages(settingsMessages);
  const locale = useLocale();
  const expectation = (folder: string) => (isExpectation(folder) ? t(folder) : folder);
  return (
    <table className="data">
      <thead>
        <tr>
          <th scope="col">{t('solution')}</th>
          <th scope="col">{t('expected')}</th>
          <th scope="col">{t('result')}</th>
          <th scope="col" className="number">
            {settingsT('slowest')}
          </th>
          {actions && <th scope="col">{t('actions')}</th>}
        </tr>
      </thead>
      <tbody>
        {solutions.map((solution) => {
          const result = judged.find(({ name }) => name === solution.name);
          return (
            <tr key={solution.name}>
              <th scope="row" className={styles.mono}>
                {solution.name.slice(solution.name.indexOf('/') + 1)}
              </th>
              <td data-label={t('expected')}>{expectation(solution.expected)}</td>
              <td data-label={t('result')}>
                <div className={styles.result}>
                  <Outcome outcome={result?.outcome ?? null} />
                  {result && (
                    <TestDots
                      tests={result.tests.map(({ verdict }, at) => ({ index: at + 1, verdict }))}
                      total={result.tests.length}
                    />
                  )}
                  {result?.outcome !== 'as_expected' && result?.message && (
                    <span className={styles.hint}>{result.message}</span>
                  )}
                </div>
              </td>
              <td className="number" data-label={settingsT('slowest')}>
                {result?.slowest == null ? '–' : formatDuration(result.slowest, locale)}
              </td>
              {actions?.(solution)}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Outcome({ outcome }: { readonly outcome: Judged['outcome'] }) {
  const t = useMessages(writingMessages);
  switch (outcome) {
    case 'as_expected':
      return (
        <Badge tone="good" icon="check">
          {t('asExpected')}
        </Badge>
      );
    case 'differs':
      return (
        <Badge tone="bad" icon="cross">
          {t('differs')}
        </Badge>
      );
    case 'skipped':
      return (
        <Badge tone="warn" icon="alert">
          {t('skipped')}
        </Badge>
      );
    case null:
      return t('notJudged');
  }
}
