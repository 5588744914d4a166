import { useState } from 'react';
import { Alert } from '@/components/alert';
import { Choices } from '@/components/choices';
import { TextField } from '@/components/field';
import { useMessages } from '@/lib/i18n/messages';
import { checkerOf, flagsOf, isTolerance, type CheckerKind } from '../api/checker';
import { settingsMessages } from '../settings-messages';
import { useEditing } from '../work';
import { CheckerProgram } from './checker-program';
import { PartView } from './part-view';
import styles from './part.module.css';

type Kind = CheckerKind | 'program';

export default function CheckerPart() {
  const t = useMessages(settingsMessages);
  const { draft, editing } = useEditing();
  const flags = draft.settings.checker ?? [];
  const checker = checkerOf(flags);
  const hasProgram = draft.files.some(({ path }) => /^output_validators?\//.test(path));
  /** Chosen, although the flags look like another kind, or there is no program yet. */
  const [chosen, setChosen] = useState<Kind | null>(null);
  const kind: Kind = hasProgram ? 'program' : (chosen ?? checker.kind);
  return (
    <PartView part="checker" lead={t('checkerLead')}>
      {hasProgram && <Alert tone="info">{t('programWins')}</Alert>}
      <div className={styles.fields}>
        <Choices<Kind>
          legend={t('checker')}
          value={kind}
          onChange={(next) => {
            setChosen(next);
            if (next !== 'program' && !hasProgram) {
              editing.change({ checker: flagsOf(next, flags) });
            }
          }}
          options={[
            { value: 'words', name: t('words'), explanation: t('wordsText') },
            { value: 'case', name: t('caseSensitive'), explanation: t('caseSensitiveText') },
            { value: 'exact', name: t('exact'), explanation: t('exactText') },
            {
              value: 'numbers',
              name: t('numbers'),
              explanation: t('numbersText'),
              details: <Tolerance />,
            },
            {
              value: 'program',
              name: t('program'),
              explanation: t('programText'),
              details: <CheckerProgram />,
            },
            {
              value: 'flags',
              name: t('otherFlags'),
              explanation: t('otherFlagsText'),
              details: <Flags />,
            },
          ]}
        />
      </div>
    </PartView>
  );
}

function Tolerance() {
  const t = useMessages(settingsMessages);
  const { draft, editing } = useEditing();
  const stored = draft.settings.checker?.[1] ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  const value = typed ?? stored;
  return (
    <TextField
      label={t('tolerance')}
      hint={t('toleranceHint')}
      error={isTolerance(value) ? undefined : t('toleranceFault')}
      value={value}
      required
      onChange={({ target }) => {
        setTyped(target.value);
        if (isTolerance(target.value)) {
          editing.change({ checker: ['float_tolerance', target.value] });
        }
      }}
    />
  );
}

function Flags() {
  const t = useMessages(settingsMessages);
  const { draft, editing } = useEditing();
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextField
      label={t('flags')}
      spellCheck={false}
      value={typed ?? (draft.settings.checker ?? []).join(' ')}
      onBlur={() => setTyped(null)}
      onChange={({ target }) => {
        setTyped(target.value);
        editing.change({ checker: target.value.split(/\s+/).filter((flag) => flag !== '') });
      }}
    />
  );
}
