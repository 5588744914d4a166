import { Link } from '@tanstack/react-router';
import { useMessages } from '@/lib/i18n/messages';
import { isFault, partOf, parts } from '../api/findings';
import { messages } from '../messages';
import { useWork } from '../work';
import styles from './part-list.module.css';

/** Links to the parts of a draft, each with the number of things to correct in it. */
export function PartList() {
  const t = useMessages(messages);
  const { findings } = useWork();
  return (
    <nav aria-label={t('parts')} className={styles.parts}>
      {parts.map((part) => {
        const own = findings.filter((finding) => partOf(finding) === part);
        const faults = own.filter(isFault).length;
        const count = faults > 0 ? faults : own.length;
        return (
          <Link
            key={part}
            from="/author/drafts/$id"
            to="/author/drafts/$id"
            search={part === 'basics' ? {} : { part }}
            activeOptions={{ exact: true, includeSearch: true }}
            resetScroll={false}
          >
            {t(part)}
            {count > 0 && (
              <span className={styles.count} data-tone={faults > 0 ? 'bad' : 'warn'}>
                <span aria-hidden="true">{count}</span>
                <span className="visually-hidden">
                  {t(faults > 0 ? 'faults' : 'warnings', { count })}
                </span>
              </span>
            )}
          </Link>
        );
      })}
    </nav>
  );
}
