import { Badge } from '@/components/badge';
import { Card } from '@/components/page';
import type { Tone } from '@/components/alert';
import { useMessages } from '@/lib/i18n/messages';
import { folded, type FileChange } from '../api/revisions';
import { publishMessages } from '../publish-messages';
import styles from './change-list.module.css';

const tones: Readonly<Record<FileChange['change'], Tone>> = {
  added: 'good',
  removed: 'bad',
  changed: 'info',
};

/** The files that differ between two revisions, with their lines. */
export function ChangeList({ changes }: { readonly changes: readonly FileChange[] }) {
  const t = useMessages(publishMessages);
  if (changes.length === 0) return <p>{t('noChanges')}</p>;
  return (
    <ul className={styles.changes}>
      {changes.map((change) => (
        <li key={change.path}>
          <Card>
            <details open={changes.length <= 10}>
              <summary className={styles.file}>
                <span className={styles.path}>{change.path}</span>{' '}
                <Badge tone={tones[change.change]}>{t(change.change)}</Badge>
              </summary>
              {change.lines ? (
                <Lines path={change.path} lines={change.lines} />
              ) : (
                <p className={styles.none}>{t('noText')}</p>
              )}
            </details>
          </Card>
        </li>
      ))}
    </ul>
  );
}

function Lines({ path, lines }: { readonly path: string; readonly lines: readonly string[] }) {
  const t = useMessages(publishMessages);
  return (
    // Scrolls, so it must be reachable by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div role="group" aria-label={t('linesOf', { path })} tabIndex={0} className={styles.scroll}>
      <ol className={styles.lines}>
        {folded(lines).map((piece, index) =>
          piece.kind === 'folded' ? (
            <li key={index} className={styles.folded}>
              {t('unchangedLines', { count: piece.count })}
            </li>
          ) : (
            <li key={index} data-kind={piece.kind}>
              {piece.kind !== 'same' && (
                <span className="visually-hidden">
                  {t(piece.kind === 'added' ? 'addedLine' : 'removedLine')}{' '}
                </span>
              )}
              <code>{piece.text}</code>
            </li>
          ),
        )}
      </ol>
    </div>
  );
}
