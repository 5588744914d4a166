import { Button } from '@/components/button';
import { SelectField, TextAreaField, TextField } from '@/components/field';
import { useMessages } from '@/lib/i18n/messages';
import type { DraftSettings } from '../api/drafts';
import { guidanceMessages } from '../guidance-messages';
import { useEditing } from '../work';
import { HintList } from './hint-list';
import { PartView } from './part-view';
import styles from './part.module.css';

type Visible = NonNullable<NonNullable<DraftSettings['editorial_rule']>['visible']>;

const rules: readonly Visible[] = ['after_solved', 'after_attempts', 'always', 'never'];
const usualAttempts = 3;

export default function GuidancePart() {
  const t = useMessages(guidanceMessages);
  const { draft, editing } = useEditing();
  const { hints = [], editorial = {}, editorial_rule: rule = {} } = draft.settings;
  const visible = rule.visible ?? 'after_solved';
  return (
    <PartView part="guidance" lead={t('lead')}>
      <h3>{t('hints')}</h3>
      <HintList hints={hints} onChange={(changed) => editing.change({ hints: changed })} />
      <div>
        <Button icon="plus" onClick={() => editing.change({ hints: [...hints, { vi: '' }] })}>
          {t('addHint')}
        </Button>
      </div>
      <h3>{t('editorial')}</h3>
      <div className={styles.fields}>
        {(['vi', 'en'] as const).map((locale) => (
          <TextAreaField
            key={locale}
            label={t(locale === 'vi' ? 'editorialVi' : 'editorialEn')}
            lang={locale}
            rows={10}
            value={editorial[locale] ?? ''}
            onChange={({ target }) =>
              editing.change({ editorial: { [locale]: target.value === '' ? null : target.value } })
            }
          />
        ))}
        <div className={styles.pair}>
          <SelectField
            label={t('visible')}
            value={visible}
            onChange={({ target }) => {
              const chosen = rules.find((candidate) => candidate === target.value);
              if (chosen === undefined) return;
              editing.change({
                editorial_rule: {
                  visible: chosen,
                  ...(chosen === 'after_attempts' && { attempts: rule.attempts ?? usualAttempts }),
                },
              });
            }}
          >
            {rules.map((candidate) => (
              <option key={candidate} value={candidate}>
                {t(candidate)}
              </option>
            ))}
          </SelectField>
          {visible === 'after_attempts' && (
            <TextField
              label={t('attempts')}
              type="number"
              min={1}
              max={1000}
              required
              value={rule.attempts ?? usualAttempts}
              onChange={({ target }) => {
                const attempts = Math.round(target.valueAsNumber);
                if (attempts >= 1 && attempts <= 1000) {
                  editing.change({ editorial_rule: { visible, attempts } });
                }
              }}
            />
          )}
        </div>
      </div>
    </PartView>
  );
}
