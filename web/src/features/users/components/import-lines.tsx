import { Badge } from '@/components/badge';
import { useFaultWords } from '@/components/faults/use-faults';
import type { Tone } from '@/components/alert';
import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import type { ImportReport } from '../api/users';
import { messages } from '../messages';

type Line = ImportReport['lines'][number];

/** A class fits; a whole school would make the page slow. Lines with errors come first. */
const most = 200;

const tones: Readonly<Record<Line['outcome'], Tone | 'plain'>> = {
  created: 'good',
  updated: 'info',
  unchanged: 'plain',
  fault: 'bad',
};

/** What becomes of each line of a table. */
export function ImportLines({ lines }: { readonly lines: readonly Line[] }) {
  const t = useMessages(messages);
  const locale = useLocale();
  const words = useFaultWords();
  const telling = lines.filter(({ outcome }) => outcome !== 'unchanged');
  const sorted = [
    ...telling.filter(({ outcome }) => outcome === 'fault'),
    ...telling.filter(({ outcome }) => outcome !== 'fault'),
  ].slice(0, most);
  if (sorted.length === 0) return null;
  return (
    <>
      {telling.length > most && <p>{t('firstLines', { count: most })}</p>}
      <table className="data">
        <caption className="visually-hidden">{t('reportOf')}</caption>
        <thead>
          <tr>
            <th scope="col" className="number">
              {t('line')}
            </th>
            <th scope="col">{t('username')}</th>
            <th scope="col">{t('outcome')}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map(({ line, username, outcome, field, code, message }) => (
            <tr key={line}>
              <td className="number" data-label={t('line')}>
                {line.toLocaleString(locale)}
              </td>
              <th scope="row">{username}</th>
              <td data-label={t('outcome')}>
                <Badge tone={tones[outcome]}>{t(outcome)}</Badge>{' '}
                {outcome === 'fault' && (
                  <>
                    {field && <code>{field}</code>}{' '}
                    {words({ message: message ?? '', ...(code && { code }) })}
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
