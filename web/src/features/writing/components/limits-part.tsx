import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { announce } from '@/components/announcer';
import { Button } from '@/components/button';
import { TextField } from '@/components/field';
import { Card } from '@/components/page';
import { formatDuration } from '@/lib/i18n/format';
import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import { without } from '../api/changes';
import { mostLimitsQuery, type DraftSettings } from '../api/drafts';
import { judgedSolutions, proposedLimit, useFollowedCheck } from '../api/verification';
import { settingsMessages } from '../settings-messages';
import { useEditing, useWork } from '../work';
import { PartView } from './part-view';
import styles from './part.module.css';

type Limits = NonNullable<DraftSettings['limits']>;

export default function LimitsPart() {
  const t = useMessages(settingsMessages);
  const locale = useLocale();
  const { most, default_memory_mib } = useSuspenseQuery(mostLimitsQuery).data;
  const mebibytes = (amount: number) => `${amount.toLocaleString(locale)} MiB`;
  return (
    <PartView part="limits" lead={t('limitsLead')}>
      <div className={styles.fields}>
        <LimitField
          of="time_ms"
          label={t('time')}
          hint={t('timeHint', { most: formatDuration(most.time_seconds * 1000, locale) })}
        />
        <div className={styles.pair}>
          <LimitField
            of="memory_mib"
            label={t('memory')}
            hint={t('memoryHint', {
              standard: mebibytes(default_memory_mib),
              most: mebibytes(most.memory_mib),
            })}
          />
          <LimitField
            of="output_mib"
            label={t('output')}
            hint={t('outputHint', { most: mebibytes(most.output_mib) })}
          />
          <LimitField of="source_kib" label={t('source')} />
        </div>
      </div>
      <Measured />
    </PartView>
  );
}

interface LimitFieldProps {
  readonly of: keyof Limits;
  readonly label: string;
  readonly hint?: string;
}

function LimitField({ of, label, hint }: LimitFieldProps) {
  const t = useMessages(settingsMessages);
  const { draft, editing } = useEditing();
  const limits = draft.settings.limits ?? {};
  /** What is typed, also while it is no number. */
  const [typed, setTyped] = useState<string | null>(null);
  const value = typed ?? String(limits[of] ?? '');
  const good = /^([1-9]\d{0,8})?$/.test(value);
  return (
    <TextField
      label={label}
      hint={hint}
      error={good ? undefined : t('numberFault')}
      inputMode="numeric"
      value={value}
      onBlur={() => {
        if (good) setTyped(null);
      }}
      onChange={({ target }) => {
        setTyped(target.value);
        if (target.value === '') editing.change({ limits: without(limits, of) });
        else if (/^[1-9]\d{0,8}$/.test(target.value)) {
          editing.change({ limits: { ...limits, [of]: Number(target.value) } });
        }
      }}
    />
  );
}

/** What the last check measured, and the time limit that fits it. */
function Measured() {
  const t = useMessages(settingsMessages);
  const locale = useLocale();
  const { goTo } = useWork();
  const { draft, editing } = useEditing();
  const { check } = useFollowedCheck(draft.check_id);
  const solutions = check ? judgedSolutions(check).filter(({ slowest }) => slowest !== null) : [];
  const proposal = check ? proposedLimit(check) : null;
  if (solutions.length === 0) {
    return (
      <p className={styles.hint}>
        {t('notMeasured')}{' '}
        <Button size="small" onClick={() => goTo('publish')}>
          {t('toSolutions')}
        </Button>
      </p>
    );
  }
  return (
    <section className={styles.part} aria-labelledby="measured">
      <h3 id="measured">{t('measured')}</h3>
      <p className={styles.hint}>{t('measuredLead')}</p>
      <Card>
        <table className="data">
          <thead>
            <tr>
              <th scope="col">{t('solution')}</th>
              <th scope="col" className="number">
                {t('slowest')}
              </th>
            </tr>
          </thead>
          <tbody>
            {solutions.map(({ name, slowest }) => (
              <tr key={name}>
                <th scope="row" className={styles.mono}>
                  {name}
                </th>
                <td className="number" data-label={t('slowest')}>
                  {formatDuration(slowest ?? 0, locale)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Card>
      {proposal !== null && proposal !== draft.settings.limits?.time_ms && (
        <p className={styles.toolbar}>
          {t('proposed', { limit: formatDuration(proposal, locale) })}
          <Button
            size="small"
            onClick={() => {
              editing.change({ limits: { ...draft.settings.limits, time_ms: proposal } });
              announce(t('proposedDone', { limit: formatDuration(proposal, locale) }));
            }}
          >
            {t('propose', { limit: formatDuration(proposal, locale) })}
          </Button>
        </p>
      )}
    </section>
  );
}
