import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import type { JudgedTest } from '@/lib/judging/judging';
import { messages } from '../result-messages';
import { useGroupName } from './group-name';
import styles from './group-points.module.css';

/** What each subtask brought: a passed group has its points at its last test. Nothing where there is one group only. */
export function GroupPoints({ tests }: { readonly tests: readonly JudgedTest[] }) {
  const t = useMessages(messages);
  const locale = useLocale();
  const groupName = useGroupName();
  const points = new Map<string, number>();
  for (const test of tests) {
    if (test.sample || !test.group || test.points === null) continue;
    points.set(test.group, (points.get(test.group) ?? 0) + test.points);
  }
  if (points.size < 2) return null;
  return (
    <section aria-label={t('groupPoints')}>
      <dl className={styles.groups}>
        {[...points].map(([group, sum]) => (
          <div key={group} data-achieved={sum > 0 || undefined}>
            <dt>{groupName(group)}</dt>
            <dd>{sum.toLocaleString(locale)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
