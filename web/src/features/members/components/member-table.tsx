import { Button } from '@/components/button';
import { useMessages } from '@/lib/i18n/messages';
import type { Member, MemberRole } from '../api/members';
import { messages } from '../messages';
import styles from './members.module.css';
import { useMemberName } from './use-member-name';

interface MemberTableProps {
  readonly members: readonly Member[];
  /** Whether the user may change them. */
  readonly changing: boolean;
  readonly onRole: (member: Member, role: MemberRole) => void;
  readonly onOwner: (member: Member) => void;
  readonly onRemove: (member: Member) => void;
}

export function MemberTable({ members, changing, onRole, onOwner, onRemove }: MemberTableProps) {
  const t = useMessages(messages);
  const nameOf = useMemberName();
  return (
    <table className="data">
      <thead>
        <tr>
          <th scope="col">{t('member')}</th>
          <th scope="col">{t('role')}</th>
        </tr>
      </thead>
      <tbody>
        {members.map((member) => {
          const { user_id, role, is_active } = member;
          const name = nameOf(member);
          const fixed = !changing || role === 'owner';
          return (
            <tr key={user_id}>
              <th scope="row">
                {name} {!is_active && <small className={styles.note}>{t('inactive')}</small>}
              </th>
              <td data-label={t('role')}>
                {fixed ? (
                  t(role)
                ) : (
                  <div className={styles.actions}>
                    <select
                      aria-label={`${t('role')}: ${name}`}
                      value={role}
                      // Nothing can be given to an account that may not use it.
                      disabled={!is_active}
                      onChange={(event) => onRole(member, event.target.value as MemberRole)}
                    >
                      <option value="viewer">{t('viewer')}</option>
                      <option value="editor">{t('editor')}</option>
                    </select>
                    {user_id !== 0 && is_active && (
                      <Button
                        size="small"
                        aria-label={t('makeOwnerNamed', { name })}
                        onClick={() => onOwner(member)}
                      >
                        {t('makeOwner')}
                      </Button>
                    )}
                    <Button
                      size="small"
                      aria-label={t('removeNamed', { name })}
                      onClick={() => onRemove(member)}
                    >
                      {t('remove')}
                    </Button>
                  </div>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
