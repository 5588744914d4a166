import { useState } from 'react';
import { Button } from '@/components/button';
import { SelectField } from '@/components/field';
import { useMessages } from '@/lib/i18n/messages';
import { languageName } from '@/lib/languages';
import { sourceLanguages } from '../api/source-files';
import { useEditing } from '../work';
import { writingMessages } from '../writing-messages';
import { CodeBox } from './code-box';
import { PartView } from './part-view';
import styles from './part.module.css';

export default function StarterPart() {
  const t = useMessages(writingMessages);
  const { draft, editing } = useEditing();
  const code = draft.settings.starter_code ?? {};
  const written = Object.keys(code);
  const offered = [...new Set([...sourceLanguages, ...written])];
  const [language, setLanguage] = useState(written[0] ?? 'python3');
  /** Counts how often the editor had to begin anew. */
  const [round, setRound] = useState(0);
  const name = languageName(language);
  return (
    <PartView part="starter" lead={t('starterLead')}>
      <div className={styles.toolbar}>
        <SelectField
          label={t('programmingLanguage')}
          value={language}
          onChange={({ target }) => setLanguage(target.value)}
        >
          {offered.map((id) => (
            <option key={id} value={id}>
              {written.includes(id) ? t('begun', { language: languageName(id) }) : languageName(id)}
            </option>
          ))}
        </SelectField>
      </div>
      <CodeBox
        key={`${language} ${round}`}
        label={t('starterOf', { language: name })}
        language={language}
        text={code[language] ?? ''}
        onChange={(text) =>
          editing.change({ starter_code: { [language]: text === '' ? null : text } })
        }
      />
      {written.includes(language) && (
        <div>
          <Button
            size="small"
            onClick={() => {
              editing.change({ starter_code: { [language]: null } });
              setRound(round + 1);
            }}
          >
            {t('removeStarter')}
          </Button>
        </div>
      )}
    </PartView>
  );
}
