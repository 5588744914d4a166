import { useMessages } from '@/lib/i18n/messages';
import type { Member } from '../api/members';
import { messages } from '../messages';

/** How a member is called: all authors together have the id 0, and a deleted account has no name any more. */
export function useMemberName() {
  const t = useMessages(messages);
  return ({ user_id, username }: Pick<Member, 'user_id' | 'username'>) =>
    username ?? (user_id === 0 ? t('allAuthors') : t('deleted', { id: String(user_id) }));
}
