import { VerdictBadge } from '@/components/verdict/verdict-badge';
import {
  appearance,
  verdictNames,
  verdicts as allVerdicts,
  type Verdict,
} from '@/components/verdict/verdict';
import { useMessages } from '@/lib/i18n/messages';
import type { Statistics } from '../api/results';
import { messages } from '../messages';
import { CountTable } from './count-table';
import styles from './verdict-table.module.css';

interface VerdictTableProps {
  readonly verdicts: Statistics['verdicts'];
  readonly chosen: Verdict | undefined;
  readonly onChoose: (verdict: Verdict | undefined) => void;
}

/** How often each verdict was given. Choosing one shows its submissions only. */
export function VerdictTable({ verdicts, chosen, onChoose }: VerdictTableProps) {
  const t = useMessages(messages);
  const names = useMessages(verdictNames);
  const counts = allVerdicts
    .map((verdict) => ({ verdict, count: verdicts[verdict] ?? 0 }))
    .filter(({ count }) => count > 0);
  return (
    <CountTable
      caption={t('verdicts')}
      name={t('verdict')}
      count={t('count')}
      share={t('share')}
      total={counts.reduce((sum, { count }) => sum + count, 0)}
      counts={counts.map(({ verdict, count }) => ({
        key: verdict,
        count,
        tone: appearance[verdict].tone,
        name: (
          <button
            type="button"
            className={styles.choose}
            aria-pressed={verdict === chosen}
            aria-label={t('onlyThese', { verdict: names(verdict) })}
            onClick={() => onChoose(verdict === chosen ? undefined : verdict)}
          >
            <VerdictBadge verdict={verdict} />
          </button>
        ),
      }))}
    />
  );
}
