import type { SyntheticEvent } from 'react';
import { Alert } from '@/components/alert';
import { Button } from '@/components/button';
import { Form } from '@/components/form';
import { useMessages } from '@/lib/i18n/messages';
import { useChangePassword } from '../api/account';
import { fieldText } from '@/components/faults/field-text';
import { messages } from '../messages';
import { useFaults } from '@/components/faults/use-faults';
import { PasswordField } from './password-field';

export function PasswordForm() {
  const t = useMessages(messages);
  const change = useChangePassword();
  const faults = useFaults(change.error, ['current_password', 'new_password']);

  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const element = event.currentTarget;
    const form = new FormData(element);
    change.mutate(
      {
        current_password: fieldText(form, 'current_password'),
        new_password: fieldText(form, 'new_password'),
      },
      { onSuccess: () => element.reset() },
    );
  };

  return (
    <Form error={change.error} faulty={faults.summary} onSubmit={submit}>
      {change.isSuccess && <Alert tone="good">{t('passwordChanged')}</Alert>}
      <PasswordField
        label={t('currentPassword')}
        error={faults.of('current_password')}
        name="current_password"
        autoComplete="current-password"
      />
      <PasswordField
        label={t('newPassword')}
        hint={t('passwordHint')}
        error={faults.of('new_password')}
        name="new_password"
        autoComplete="new-password"
      />
      <Button type="submit" variant="primary" pending={change.isPending}>
        {t('changePassword')}
      </Button>
    </Form>
  );
}
