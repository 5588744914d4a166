import { useState } from 'react';
import { TextField } from '@/components/field';
import { Tabs } from '@/components/tabs';
import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import { messages } from '../messages';
import { useEditing } from '../work';
import { writingMessages } from '../writing-messages';
import { PartView } from './part-view';
import { StatementEditor } from './statement-editor';
import styles from './statement.module.css';

export default function StatementPart() {
  const t = useMessages(writingMessages);
  const common = useMessages(messages);
  const { draft } = useEditing();
  const mine = useLocale();
  const [locale, setLocale] = useState<string>(mine);
  const { titles = {}, statements = {} } = draft.settings;
  const locales = [...new Set(['vi', 'en', ...Object.keys({ ...titles, ...statements })])];
  return (
    <PartView part="statement" lead={t('statementLead')}>
      <div className={styles.languages}>
        <Tabs
          label={t('language')}
          selected={locale}
          onSelect={setLocale}
          tabs={locales.map((id) => ({
            id,
            label: id === 'vi' || id === 'en' ? common(id) : id,
            content: <Translation key={id} locale={id} />,
          }))}
        />
      </div>
    </PartView>
  );
}

function Translation({ locale }: { readonly locale: string }) {
  const t = useMessages(writingMessages);
  const { draft, editing } = useEditing();
  const { titles = {}, statements = {} } = draft.settings;
  return (
    <div className={styles.translation}>
      <TextField
        label={t('title')}
        lang={locale}
        value={titles[locale] ?? ''}
        maxLength={200}
        required
        onChange={({ target }) => editing.change({ titles: { [locale]: target.value } })}
      />
      <StatementEditor
        locale={locale}
        text={statements[locale] ?? ''}
        onChange={(text) => editing.change({ statements: { [locale]: text === '' ? null : text } })}
      />
    </div>
  );
}
