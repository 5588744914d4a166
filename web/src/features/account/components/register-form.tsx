import type { SyntheticEvent } from 'react';
import { Button } from '@/components/button';
import { TextField } from '@/components/field';
import { Form } from '@/components/form';
import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import { useRegister, type RegisterOutcome } from '../api/account';
import type { RegistrationPolicy } from '../api/registration';
import { fieldText } from '@/components/faults/field-text';
import { messages } from '../messages';
import { useFaults } from '@/components/faults/use-faults';
import { PasswordField } from './password-field';

const fields = ['username', 'email', 'display_name', 'password'];

interface RegisterFormProps {
  readonly policy: RegistrationPolicy['policy'];
  /** The token of the invitation whose link was opened. */
  readonly invitation: string | null;
  readonly onRegistered: (outcome: RegisterOutcome) => void;
}

export function RegisterForm({ policy, invitation, onRegistered }: RegisterFormProps) {
  const t = useMessages(messages);
  const locale = useLocale();
  const register = useRegister();
  const asksCode = policy === 'code' && invitation === null;
  const faults = useFaults(register.error, asksCode ? ['code', ...fields] : fields);

  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (register.isPending) return;
    const form = new FormData(event.currentTarget);
    const displayName = fieldText(form, 'display_name').trim();
    register.mutate(
      {
        username: fieldText(form, 'username').trim(),
        email: fieldText(form, 'email').trim(),
        password: fieldText(form, 'password'),
        ...(displayName && { display_name: displayName }),
        locale,
        ...(asksCode && { code: fieldText(form, 'code').trim() }),
        ...(invitation !== null && { invitation }),
      },
      { onSuccess: onRegistered },
    );
  };

  return (
    <Form error={register.error} faulty={faults.summary} onSubmit={submit}>
      {asksCode && (
        <TextField
          label={t('registrationCode')}
          hint={t('registrationCodeHint')}
          error={faults.of('code')}
          name="code"
          autoComplete="off"
          spellCheck={false}
          maxLength={64}
          required
        />
      )}
      <TextField
        label={t('username')}
        hint={t('usernameHint')}
        error={faults.of('username')}
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={64}
        required
      />
      <TextField
        label={t('email')}
        error={faults.of('email')}
        name="email"
        type="email"
        autoComplete="email"
        maxLength={254}
        required
      />
      <TextField
        label={t('displayName')}
        hint={t('displayNameHint')}
        error={faults.of('display_name')}
        name="display_name"
        autoComplete="name"
        maxLength={80}
      />
      <PasswordField
        label={t('password')}
        hint={t('passwordHint')}
        error={faults.of('password')}
        name="password"
        autoComplete="new-password"
      />
      <Button type="submit" variant="primary" pending={register.isPending}>
        {t('registerAction')}
      </Button>
    </Form>
  );
}
