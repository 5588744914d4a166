import { Badge } from '@/components/badge';
import { Button } from '@/components/button';
import { useLocale } from '@/lib/i18n/locale';
import { formatBytes } from '@/lib/i18n/format-bytes';
import { useMessages } from '@/lib/i18n/messages';
import type { DraftTest } from '../api/drafts';
import { lastPart } from '../api/tests';
import { writingMessages } from '../writing-messages';
import styles from './part.module.css';

interface TestTableProps {
  readonly tests: readonly DraftTest[];
  readonly onEdit: (test: DraftTest) => void;
  readonly onDelete: (test: DraftTest) => void;
}

export function TestTable({ tests, onEdit, onDelete }: TestTableProps) {
  const t = useMessages(writingMessages);
  const locale = useLocale();
  return (
    <table className="data">
      <thead>
        <tr>
          <th scope="col">{t('name')}</th>
          <th scope="col" className="number">
            {t('input')}
          </th>
          <th scope="col" className="number">
            {t('answer')}
          </th>
          <th scope="col">{t('actions')}</th>
        </tr>
      </thead>
      <tbody>
        {tests.map((test) => (
          <tr key={test.name}>
            <th scope="row" className={styles.mono}>
              {lastPart(test.name)}
            </th>
            <td className="number" data-label={t('input')}>
              {formatBytes(test.input.size, locale)}
            </td>
            <td className="number" data-label={t('answer')}>
              {test.answer ? (
                formatBytes(test.answer.size, locale)
              ) : (
                <Badge tone="bad">{t('noAnswer')}</Badge>
              )}
            </td>
            <td className={styles.actions}>
              <Button
                size="small"
                aria-label={t('editNamed', { name: test.name })}
                onClick={() => onEdit(test)}
              >
                {t('edit')}
              </Button>
              <Button
                size="small"
                aria-label={t('deleteNamed', { name: test.name })}
                onClick={() => onDelete(test)}
              >
                {t('delete')}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
