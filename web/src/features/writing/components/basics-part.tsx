import { useState } from 'react';
import { SelectField, TextField } from '@/components/field';
import { useMessages } from '@/lib/i18n/messages';
import { languageName } from '@/lib/languages';
import type { DraftSettings } from '../api/drafts';
import { sourceLanguages } from '../api/source-files';
import { messages } from '../messages';
import { settingsMessages } from '../settings-messages';
import { useEditing } from '../work';
import { PartView } from './part-view';
import styles from './part.module.css';

type Level = NonNullable<DraftSettings['difficulty_level']>;
type Seen = NonNullable<NonNullable<DraftSettings['feedback']>['samples']>;

const levels: readonly Level[] = ['easy', 'medium', 'hard'];
const seen: readonly Seen[] = ['none', 'verdict', 'difference'];

export default function BasicsPart() {
  const t = useMessages(settingsMessages);
  const common = useMessages(messages);
  const { draft, editing } = useEditing();
  const { titles = {}, slug, category, difficulty_level, points, feedback = {} } = draft.settings;
  return (
    <PartView part="basics" lead={t('basicsLead')}>
      <div className={styles.fields}>
        <div className={styles.pair}>
          {(['vi', 'en'] as const).map((locale) => (
            <TextField
              key={locale}
              label={common(locale === 'vi' ? 'titleVi' : 'titleEn')}
              lang={locale}
              value={titles[locale] ?? ''}
              maxLength={200}
              required
              onChange={({ target }) => editing.change({ titles: { [locale]: target.value } })}
            />
          ))}
        </div>
        <TextField
          label={t('slug')}
          hint={t('slugHint')}
          value={slug ?? ''}
          maxLength={100}
          spellCheck={false}
          autoCapitalize="off"
          onChange={({ target }) => editing.change({ slug: target.value })}
        />
        <div className={styles.pair}>
          <TextField
            label={t('category')}
            hint={t('categoryHint')}
            value={category ?? ''}
            maxLength={100}
            onChange={({ target }) => editing.change({ category: target.value })}
          />
          <SelectField
            label={t('difficulty')}
            value={difficulty_level ?? ''}
            onChange={({ target }) => {
              const level = levels.find((candidate) => candidate === target.value);
              if (level) editing.change({ difficulty_level: level });
            }}
          >
            {!difficulty_level && <option value="">{t('notSet')}</option>}
            {levels.map((level) => (
              <option key={level} value={level}>
                {t(level)}
              </option>
            ))}
          </SelectField>
        </div>
        <div className={styles.pair}>
          <Tags />
          <TextField
            label={t('points')}
            hint={t('pointsHint')}
            type="number"
            min={0}
            max={10000}
            value={points ?? ''}
            onChange={({ target }) => {
              if (target.value !== '') editing.change({ points: Math.round(target.valueAsNumber) });
            }}
          />
        </div>
        <Languages />
        <div className={styles.pair}>
          {(['samples', 'hidden'] as const).map((kind) => (
            <SelectField
              key={kind}
              label={t(kind === 'samples' ? 'samplesSeen' : 'hiddenSeen')}
              value={feedback[kind] ?? (kind === 'samples' ? 'difference' : 'verdict')}
              onChange={({ target }) => {
                const chosen = seen.find((candidate) => candidate === target.value);
                if (chosen) editing.change({ feedback: { ...feedback, [kind]: chosen } });
              }}
            >
              {seen.map((value) => (
                <option key={value} value={value}>
                  {t(value)}
                </option>
              ))}
            </SelectField>
          ))}
        </div>
      </div>
    </PartView>
  );
}

/** As typed, while it is typed: a comma at the end is not yet another topic. */
function Tags() {
  const t = useMessages(settingsMessages);
  const { draft, editing } = useEditing();
  const stored = (draft.settings.tags ?? []).join(', ');
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextField
      label={t('tags')}
      hint={t('tagsHint')}
      value={typed ?? stored}
      onBlur={() => setTyped(null)}
      onChange={({ target }) => {
        setTyped(target.value);
        const tags = target.value.split(',').map((tag) => tag.trim());
        editing.change({ tags: [...new Set(tags.filter((tag) => tag !== ''))] });
      }}
    />
  );
}

function Languages() {
  const t = useMessages(settingsMessages);
  const { draft, editing } = useEditing();
  const chosen = draft.settings.languages ?? [];
  const [limited, setLimited] = useState(chosen.length > 0);
  const offered = [...new Set([...sourceLanguages, ...chosen])];
  const choose = (language: string, included: boolean) =>
    editing.change({
      languages: included ? [...chosen, language] : chosen.filter((other) => other !== language),
    });
  return (
    <fieldset className={styles.languages}>
      <legend>{t('languages')}</legend>
      {([false, true] as const).map((some) => (
        <label key={String(some)} className={styles.check}>
          <input
            type="radio"
            name="languages"
            checked={limited === some}
            onChange={() => {
              setLimited(some);
              if (!some) editing.change({ languages: [] });
            }}
          />
          {t(some ? 'someLanguages' : 'allLanguages')}
        </label>
      ))}
      {limited && (
        <div className={styles.options}>
          {offered.map((language) => (
            <label key={language} className={styles.check}>
              <input
                type="checkbox"
                checked={chosen.includes(language)}
                onChange={({ target }) => choose(language, target.checked)}
              />
              {languageName(language)}
            </label>
          ))}
        </div>
      )}
    </fieldset>
  );
}
