import { VerdictBadge } from '@/components/verdict/verdict-badge';
import {
  appearance,
  verdictNames,
  verdicts as allVerdicts,
  type Verdict,
} from '@/components/verdict/verdict';
import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import type { Statistics } from '../api/results';
import { messages } from '../messages';
import styles from './verdict-table.module.css';

interface VerdictTableProps {
  readonly verdicts: Statistics['verdicts'];
  readonly chosen: Verdict | undefined;
  readonly onChoose: (verdict: Verdict | undefined) => void;
}

/** How often each verdict was given, as numbers and as bars. Choosing one shows its submissions only. */
export function VerdictTable({ verdicts, chosen, onChoose }: VerdictTableProps) {
  const t = useMessages(messages);
  const names = useMessages(verdictNames);
  const locale = useLocale();
  const counts = allVerdicts
    .map((verdict) => [verdict, verdicts[verdict] ?? 0] as const)
    .filter(([, count]) => count > 0);
  const total = counts.reduce((sum, [, count]) => sum + count, 0);
  return (
    <table className={`data ${styles.table}`}>
      <caption className="visually-hidden">{t('verdicts')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('verdict')}</th>
          <th scope="col" className="number">
            {t('count')}
          </th>
          <th scope="col">{t('share')}</th>
        </tr>
      </thead>
      <tbody>
        {counts.map(([verdict, count]) => (
          <tr key={verdict}>
            <th scope="row">
              <button
                type="button"
                className={styles.choose}
                aria-pressed={verdict === chosen}
                aria-label={t('onlyThese', { verdict: names(verdict) })}
                onClick={() => onChoose(verdict === chosen ? undefined : verdict)}
              >
                <VerdictBadge verdict={verdict} />
              </button>
            </th>
            <td className="number" data-label={t('count')}>
              {count.toLocaleString(locale)}
            </td>
            <td data-label={t('share')} className={styles.share}>
              <span className={styles.track} aria-hidden="true">
                <span
                  className={styles.bar}
                  data-tone={appearance[verdict].tone}
                  style={{ width: `${(100 * count) / total}%` }}
                />
              </span>
              {(count / total).toLocaleString(locale, { style: 'percent' })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
