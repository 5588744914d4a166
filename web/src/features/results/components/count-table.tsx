import type { ReactNode } from 'react';
import type { Tone } from '@/components/alert';
import { useLocale } from '@/lib/i18n/locale';
import styles from './count-table.module.css';

export interface Count {
  readonly key: string;
  readonly name: ReactNode;
  readonly count: number;
  readonly tone?: Tone;
}

interface CountTableProps {
  /** Says what is counted. */
  readonly caption: string;
  readonly name: string;
  readonly count: string;
  readonly share: string;
  readonly counts: readonly Count[];
  /** What the shares are of. */
  readonly total: number;
}

/** Counts as numbers and as bars: a chart that is its own table. */
export function CountTable({ caption, name, count, share, counts, total }: CountTableProps) {
  const locale = useLocale();
  return (
    <table className={`data ${styles.table}`}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{name}</th>
          <th scope="col" className="number">
            {count}
          </th>
          <th scope="col">{share}</th>
        </tr>
      </thead>
      <tbody>
        {counts.map((row) => {
          const part = total > 0 ? row.count / total : 0;
          return (
            <tr key={row.key}>
              <th scope="row">{row.name}</th>
              <td className="number" data-label={count}>
                {row.count.toLocaleString(locale)}
              </td>
              <td data-label={share} className={styles.share}>
                <span className={styles.track} aria-hidden="true">
                  {row.count > 0 && (
                    <span
                      className={styles.bar}
                      data-tone={row.tone}
                      style={{ width: `${100 * part}%` }}
                    />
                  )}
                </span>
                {part.toLocaleString(locale, { style: 'percent' })}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
