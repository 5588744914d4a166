import { useMessages } from '@/lib/i18n/messages';
import { Badge } from '../badge';
import { appearance, verdictNames, type Verdict } from './verdict';

/** The verdict by its sign and its name in the reader's language, with the short code that teachers speak in. */
export function VerdictBadge({ verdict }: { readonly verdict: Verdict }) {
  const t = useMessages(verdictNames);
  return (
    <Badge {...appearance[verdict]}>
      {t(verdict)} <abbr aria-hidden="true">{verdict}</abbr>
    </Badge>
  );
}
