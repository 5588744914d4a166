import { useSuspenseQuery } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { announce } from '@/components/announcer';
import { ProblemAlert } from '@/components/alert';
import { Button } from '@/components/button';
import { Choices } from '@/components/choices';
import { TextField } from '@/components/field';
import { Form } from '@/components/form';
import { formatTime } from '@/lib/i18n/format';
import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import { settingsQuery, useSetSetting, type Setting } from '../api/administration';
import { messages } from '../messages';
import styles from './administration.module.css';

const policies = ['open', 'code', 'domain', 'invitation', 'closed'] as const;
type Policy = (typeof policies)[number];

/** Who may register. Each setting shows who changed it last. */
export function RegistrationSettings() {
  const t = useMessages(messages);
  const settings = useSuspenseQuery(settingsQuery).data.items;
  const set = useSetSetting();
  const of = (name: Setting['name']) => settings.find((setting) => setting.name === name);
  const policy = of('registration.policy');
  const code = of('registration.code');
  const domains = of('registration.domains');
  const retention = of('audit.retention_days');
  return (
    <section className={styles.part} aria-label={t('registration')}>
      {set.error && <ProblemAlert error={set.error} withFaults />}
      {policy && (
        <Choices<Policy>
          legend={t('policy')}
          value={policies.find((known) => known === policy.value) ?? 'closed'}
          onChange={(value) =>
            set.mutate({ name: policy.name, value }, { onSuccess: () => announce(t('saved')) })
          }
          options={policies.map((value) => ({
            value,
            name: t(value),
            explanation: t(`${value}Text`),
          }))}
        />
      )}
      {policy && <ChangedBy setting={policy} />}
      {code && (
        <SettingField
          key={String(code.value)}
          setting={code}
          label={t('theCode')}
          hint={t('theCodeHint')}
          text={String(code.value)}
          read={(text) => text.trim()}
        />
      )}
      {domains && (
        <SettingField
          key={String(domains.value)}
          setting={domains}
          label={t('domains')}
          hint={t('domainsHint')}
          text={Array.isArray(domains.value) ? domains.value.join(', ') : ''}
          read={(text) =>
            text
              .split(',')
              .map((domain) => domain.trim().toLowerCase())
              .filter((domain) => domain !== '')
          }
        />
      )}
      {retention && (
        <SettingField
          key={String(retention.value)}
          setting={retention}
          label={t('retention')}
          hint={t('retentionHint')}
          text={String(retention.value)}
          read={Number}
        />
      )}
    </section>
  );
}

interface SettingFieldProps {
  readonly setting: Setting;
  readonly label: string;
  readonly hint: string;
  readonly text: string;
  readonly read: (text: string) => Setting['value'];
}

function SettingField({ setting, label, hint, text, read }: SettingFieldProps) {
  const t = useMessages(messages);
  const set = useSetSetting();
  const [typed, setTyped] = useState(text);
  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (set.isPending) return;
    set.mutate(
      { name: setting.name, value: read(typed) },
      { onSuccess: () => announce(t('saved')) },
    );
  };
  return (
    <Form noValidate error={set.error} onSubmit={submit}>
      <div className={styles.row}>
        <TextField
          label={label}
          hint={hint}
          value={typed}
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => setTyped(target.value)}
        />
        <Button type="submit" pending={set.isPending} aria-label={`${t('save')}: ${label}`}>
          {t('save')}
        </Button>
      </div>
      <ChangedBy setting={setting} />
    </Form>
  );
}

function ChangedBy({ setting: { changed_at, changed_by } }: { readonly setting: Setting }) {
  const t = useMessages(messages);
  const locale = useLocale();
  return (
    <p className={styles.changed}>
      {changed_at === null
        ? t('unchanged')
        : t('changedBy', {
            user: changed_by ?? t('formerUser'),
            time: formatTime(changed_at, locale),
          })}
    </p>
  );
}
