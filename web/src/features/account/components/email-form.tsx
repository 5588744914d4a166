import type { SyntheticEvent } from 'react';
import { Alert, ProblemAlert } from '@/components/alert';
import { announce } from '@/components/announcer';
import { Button } from '@/components/button';
import { TextField } from '@/components/field';
import { Form } from '@/components/form';
import type { User } from '@/lib/api/session';
import { useMessages } from '@/lib/i18n/messages';
import { useChangeEmail, useSendVerification } from '../api/mail';
import { fieldText } from '@/components/faults/field-text';
import { messages } from '../messages';
import { useFaults } from '@/components/faults/use-faults';
import { PasswordField } from './password-field';

/** The mail address, whether it is confirmed, and another one in its place. */
export function EmailForm({ user }: { readonly user: User }) {
  const t = useMessages(messages);
  const change = useChangeEmail();
  const faults = useFaults(change.error, ['email', 'current_password']);

  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const element = event.currentTarget;
    const form = new FormData(element);
    change.mutate(
      {
        email: fieldText(form, 'email').trim(),
        current_password: fieldText(form, 'current_password'),
      },
      { onSuccess: () => element.reset() },
    );
  };

  return (
    <>
      <AddressState user={user} />
      <Form error={change.error} faulty={faults.summary} onSubmit={submit}>
        {change.isSuccess && <Alert tone="good">{t('emailChangeSent')}</Alert>}
        <TextField
          label={t('newEmail')}
          hint={t('newEmailHint')}
          error={faults.of('email')}
          name="email"
          type="email"
          autoComplete="email"
          maxLength={254}
          required
        />
        <PasswordField
          label={t('currentPassword')}
          error={faults.of('current_password')}
          name="current_password"
          autoComplete="current-password"
        />
        <Button type="submit" variant="primary" pending={change.isPending}>
          {t('changeEmail')}
        </Button>
      </Form>
    </>
  );
}

function AddressState({ user }: { readonly user: User }) {
  const t = useMessages(messages);
  const verification = useSendVerification();
  const { email, email_verified, pending_email } = user;
  const open = pending_email ?? (email_verified ? null : email);
  if (open === null) return <Alert tone="good">{t('emailVerified', { email })}</Alert>;
  return (
    <Alert tone="info" live={false}>
      <p>
        {pending_email === null
          ? t('emailUnverified', { email })
          : t('emailPending', { email, pending: pending_email })}
      </p>
      {verification.error && <ProblemAlert error={verification.error} />}
      {verification.isSuccess && <p role="status">{t('verificationSent', { email: open })}</p>}
      <p>
        <Button
          size="small"
          icon="send"
          pending={verification.isPending}
          onClick={() =>
            verification.mutate(undefined, {
              onSuccess: () => announce(t('verificationSent', { email: open })),
            })
          }
        >
          {t('sendVerification')}
        </Button>
      </p>
    </Alert>
  );
}
