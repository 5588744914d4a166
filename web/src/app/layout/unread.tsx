import { useQuery } from '@tanstack/react-query';
import { Badge } from '@/components/badge';
import { unreadQuery } from '@/features/submissions/api/comments';
import { useLocale } from '@/lib/i18n/locale';

/** How many comments wait to be read; nothing if none do. */
export default function Unread() {
  const locale = useLocale();
  const { data: count = 0 } = useQuery(unreadQuery());
  return count > 0 ? <Badge tone="info">{count.toLocaleString(locale)}</Badge> : null;
}
