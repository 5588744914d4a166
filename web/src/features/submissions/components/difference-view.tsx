import { useMessages } from '@/lib/i18n/messages';
import { messages } from '../result-messages';
import { compareLines, fromFirstDifference } from './difference';
import styles from './difference-view.module.css';

interface DifferenceViewProps {
  readonly expected: string;
  readonly actual: string;
}

/** Expected and real output side by side. Differing lines carry a sign and words, not only a colour. */
export function DifferenceView({ expected, actual }: DifferenceViewProps) {
  const t = useMessages(messages);
  const compared = compareLines(expected, actual);
  const first = compared.findIndex((line) => line.differs);
  return (
    <div className={styles.difference}>
      {first >= 0 && <p className={styles.first}>{t('firstDifference', { line: first + 1 })}</p>}
      {/* Scrolls, so it must be reachable by keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('details')}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">#</span>
              </th>
              <th scope="col">{t('expected')}</th>
              <th scope="col">{t('actual')}</th>
            </tr>
          </thead>
          <tbody>
            {compared.map((line, index) => (
              <tr key={index} className={line.differs ? styles.differs : undefined}>
                <th scope="row">
                  {index + 1}
                  {line.differs && <span className="visually-hidden"> {t('differs')}</span>}
                </th>
                <Cell text={line.expected} other={index === first ? line.actual : undefined} />
                <Cell text={line.actual} other={index === first ? line.expected : undefined} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

interface CellProps {
  readonly text: string | undefined;
  /** What the text is marked against, from where the two differ. */
  readonly other: string | undefined;
}

function Cell({ text, other }: CellProps) {
  const t = useMessages(messages);
  if (text === undefined) return <td className={styles.missing}>{t('missingLine')}</td>;
  if (other === undefined) return <td>{text}</td>;
  const [same, different] = fromFirstDifference(text, other);
  return (
    <td>
      {same}
      {different && <mark>{different}</mark>}
    </td>
  );
}
