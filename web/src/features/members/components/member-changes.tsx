import { formatTime } from '@/lib/i18n/format';
import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import type { MemberChange } from '../api/members';
import { messages } from '../messages';
import { useMemberName } from './use-member-name';

const named = { owner: 'asOwner', editor: 'asEditor', viewer: 'asViewer' } as const;

/** Who changed the members, the latest first. */
export function MemberChanges({ changes }: { readonly changes: readonly MemberChange[] }) {
  const t = useMessages(messages);
  const locale = useLocale();
  const nameOf = useMemberName();
  if (changes.length === 0) return null;
  return (
    <details>
      <summary>{t('changes')}</summary>
      <ul>
        {changes.map((change) => {
          const name = nameOf(change);
          const by = nameOf({ user_id: change.changed_by, username: change.changed_by_name });
          return (
            <li key={`${change.changed_at} ${change.user_id} ${change.after ?? ''}`}>
              <time dateTime={change.changed_at}>{formatTime(change.changed_at, locale)}</time>{' '}
              {change.after
                ? t('changeAdded', { by, name, role: t(named[change.after]) })
                : t('changeRemoved', { by, name })}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
