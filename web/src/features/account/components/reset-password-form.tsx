import type { SyntheticEvent } from 'react';
import { Button } from '@/components/button';
import { Form } from '@/components/form';
import { useMessages } from '@/lib/i18n/messages';
import { useResetPassword } from '../api/mail';
import { fieldText } from '@/components/faults/field-text';
import { messages } from '../messages';
import { useFaults } from '@/components/faults/use-faults';
import { PasswordField } from './password-field';

interface ResetPasswordFormProps {
  /** Of the link that was opened. */
  readonly token: string;
  readonly onChanged: () => void;
}

export function ResetPasswordForm({ token, onChanged }: ResetPasswordFormProps) {
  const t = useMessages(messages);
  const reset = useResetPassword();
  const faults = useFaults(reset.error, ['new_password']);

  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (reset.isPending) return;
    const form = new FormData(event.currentTarget);
    reset.mutate(
      { token, new_password: fieldText(form, 'new_password') },
      { onSuccess: onChanged },
    );
  };

  return (
    <Form error={reset.error} faulty={faults.summary} onSubmit={submit}>
      <PasswordField
        label={t('newPassword')}
        hint={t('passwordHint')}
        error={faults.of('new_password')}
        name="new_password"
        autoComplete="new-password"
      />
      <Button type="submit" variant="primary" pending={reset.isPending}>
        {t('setPassword')}
      </Button>
    </Form>
  );
}
