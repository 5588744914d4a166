import type { SyntheticEvent } from 'react';
import { Button } from '@/components/button';
import { SelectField, TextField } from '@/components/field';
import { Form } from '@/components/form';
import type { Role } from '@/lib/api/session';
import { useMessages } from '@/lib/i18n/messages';
import { useMakeToken, type NewToken, type Scope } from '../api/tokens';
import { fieldText } from '@/components/faults/field-text';
import { messages } from '../messages';
import { scopeNames } from '../scope-names';
import { useFaults } from '@/components/faults/use-faults';
import styles from './form.module.css';

/** What each role can give a program at most. */
const scopesOf: Record<Role, readonly Scope[]> = {
  learner: ['exercises:read', 'submissions:read', 'submissions:write'],
  author: ['exercises:read', 'exercises:write', 'submissions:read', 'submissions:write'],
  admin: [
    'exercises:read',
    'exercises:write',
    'submissions:read',
    'submissions:write',
    'users:read',
    'users:write',
  ],
};

/** Days until the end of a token, as choices. */
const lifetimes = [7, 30, 90, 180, 366] as const;

interface TokenFormProps {
  readonly role: Role;
  readonly onMade: (token: NewToken) => void;
}

export function TokenForm({ role, onMade }: TokenFormProps) {
  const t = useMessages(messages);
  const nameOf = useMessages(scopeNames);
  const make = useMakeToken();
  const faults = useFaults(make.error, ['name', 'scopes', 'expires_in_days']);
  const scopesFault = faults.of('scopes');

  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (make.isPending) return;
    const element = event.currentTarget;
    const form = new FormData(element);
    make.mutate(
      {
        name: fieldText(form, 'name').trim(),
        scopes: scopesOf[role].filter((scope) => form.has(scope)),
        expires_in_days: Number(fieldText(form, 'expires_in_days')),
      },
      {
        onSuccess: (token) => {
          element.reset();
          onMade(token);
        },
      },
    );
  };

  return (
    <Form error={make.error} faulty={faults.summary} onSubmit={submit}>
      <TextField
        label={t('tokenName')}
        hint={t('tokenNameHint')}
        error={faults.of('name')}
        name="name"
        autoComplete="off"
        maxLength={80}
        required
      />
      <fieldset aria-describedby={scopesFault && 'scopes-fault'}>
        <legend className={styles.legend}>{t('scopes')}</legend>
        {scopesOf[role].map((scope, index) => (
          <label key={scope} className={styles.check}>
            <input
              type="checkbox"
              name={scope}
              aria-invalid={(scopesFault !== undefined && index === 0) || undefined}
            />
            {nameOf(scope)}
          </label>
        ))}
        {scopesFault && (
          <p id="scopes-fault" className={styles.fault}>
            {scopesFault}
          </p>
        )}
      </fieldset>
      <SelectField
        label={t('lifetime')}
        error={faults.of('expires_in_days')}
        name="expires_in_days"
        defaultValue={90}
      >
        {lifetimes.map((days) => (
          <option key={days} value={days}>
            {t('days', { count: days })}
          </option>
        ))}
      </SelectField>
      <Button type="submit" variant="primary" pending={make.isPending}>
        {t('makeToken')}
      </Button>
    </Form>
  );
}
