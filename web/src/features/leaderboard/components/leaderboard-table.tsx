import { Badge } from '@/components/badge';
import { Card } from '@/components/page';
import { formatAgo, formatTime } from '@/lib/i18n/format';
import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import type { Standing } from '../api/leaderboard';
import { messages } from '../messages';
import styles from './leaderboard-table.module.css';

interface LeaderboardTableProps {
  readonly standings: readonly Standing[];
  /** The reader's own, shown again at the end if it is not among those above. */
  readonly me: Standing | null;
}

export function LeaderboardTable({ standings, me }: LeaderboardTableProps) {
  const t = useMessages(messages);
  const outside = me && !standings.some(({ user_id }) => user_id === me.user_id) ? me : null;
  return (
    <Card>
      <table className="data">
        <thead>
          <tr>
            <th scope="col" className={styles.rankColumn}>
              {t('rank')}
            </th>
            <th scope="col">{t('learner')}</th>
            <th scope="col" className="number">
              {t('points')}
            </th>
            <th scope="col" className="number">
              {t('solved')}
            </th>
            <th scope="col">{t('improved')}</th>
          </tr>
        </thead>
        <tbody>
          {standings.map((standing) => (
            <Row
              key={standing.user_id ?? standing.username}
              standing={standing}
              own={standing.user_id === me?.user_id}
            />
          ))}
          {outside && <Row standing={outside} own />}
        </tbody>
      </table>
    </Card>
  );
}

interface RowProps {
  readonly standing: Standing;
  readonly own: boolean;
}

function Row({ standing, own }: RowProps) {
  const t = useMessages(messages);
  const locale = useLocale();
  const { rank, username, points, solved, last_improved_at } = standing;
  return (
    <tr className={own ? styles.own : undefined}>
      <td data-label={t('rank')}>
        <span className={styles.rank} data-rank={rank}>
          {rank.toLocaleString(locale)}
        </span>
      </td>
      <th scope="row">
        {username} {own && <Badge tone="info">{t('you')}</Badge>}
      </th>
      <td className="number" data-label={t('points')}>
        {points.toLocaleString(locale)}
      </td>
      <td className="number" data-label={t('solved')}>
        {solved.toLocaleString(locale)}
      </td>
      <td data-label={t('improved')}>
        {last_improved_at ? (
          <time dateTime={last_improved_at} title={formatTime(last_improved_at, locale)}>
            {formatAgo(last_improved_at, locale)}
          </time>
        ) : (
          '–'
        )}
      </td>
    </tr>
  );
}
