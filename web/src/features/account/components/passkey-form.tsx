import { useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useRef, type SyntheticEvent } from 'react';
import { announce } from '@/components/announcer';
import { Button } from '@/components/button';
import { TextField } from '@/components/field';
import { Form } from '@/components/form';
import { useMessages } from '@/lib/i18n/messages';
import { useAddPasskey } from '../api/passkeys';
import { secondFactorQuery } from '../api/second-factor';
import { fieldText } from '@/components/faults/field-text';
import { messages } from '../messages';
import { PasskeyFailure } from '../passkey-browser';
import { passkeyMessages } from '../passkey-messages';
import { useFaults } from '@/components/faults/use-faults';
import { CodeField } from './code-field';
import styles from './form.module.css';
import { PasskeyProblem } from './passkey-problem';
import { PasswordField } from './password-field';

/** Adds a passkey: name, password and the code of the app, if there is one, here; the rest in the browser's own dialog. */
export function PasskeyForm({ onDone }: { readonly onDone: () => void }) {
  const t = useMessages(passkeyMessages);
  const accountT = useMessages(messages);
  const add = useAddPasskey();
  const faults = useFaults(add.error, ['name', 'password', 'current_password', 'code']);
  const hasApp = useSuspenseQuery(secondFactorQuery()).data.totp_since !== null;
  const ofBrowser = add.error instanceof PasskeyFailure;
  const name = useRef<HTMLInputElement>(null);
  // The button that had the focus is gone.
  useEffect(() => name.current?.focus(), []);

  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (add.isPending) return;
    const form = new FormData(event.currentTarget);
    const given = fieldText(form, 'name').trim();
    const code = fieldText(form, 'code').trim();
    add.mutate(
      { name: given, password: fieldText(form, 'current_password'), ...(code && { code }) },
      {
        onSuccess: () => {
          announce(t('added', { name: given }));
          onDone();
        },
      },
    );
  };

  return (
    <Form error={ofBrowser ? null : add.error} faulty={faults.summary} onSubmit={submit}>
      <PasskeyProblem error={add.error} />
      <TextField
        ref={name}
        label={t('name')}
        hint={t('nameHint')}
        error={faults.of('name')}
        name="name"
        autoComplete="off"
        maxLength={80}
        required
      />
      <PasswordField
        label={accountT('currentPassword')}
        error={faults.of('current_password') ?? faults.of('password')}
        name="current_password"
        autoComplete="current-password"
      />
      {hasApp && <CodeField recovery error={faults.of('code')} />}
      <div className={styles.buttons}>
        <Button type="submit" variant="primary" pending={add.isPending}>
          {t('add')}
        </Button>
        <Button onClick={onDone}>{t('cancel')}</Button>
      </div>
    </Form>
  );
}
