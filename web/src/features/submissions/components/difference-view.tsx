import { useMessages } from '@/lib/i18n/messages';
import { messages } from '../messages';
import { compareLines } from './difference';
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
                <Cell text={line.expected} />
                <Cell text={line.actual} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function Cell({ text }: { readonly text: string | undefined }) {
  const t = useMessages(messages);
  if (text === undefined) return <td className={styles.missing}>{t('missingLine')}</td>;
  return <td>{text}</td>;
}
