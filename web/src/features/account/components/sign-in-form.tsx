import { useState, type SyntheticEvent } from 'react';
import { ProblemAlert } from '@/components/alert';
import { Button } from '@/components/button';
import { TextField } from '@/components/field';
import type { User } from '@/lib/api/session';
import { useMessages } from '@/lib/i18n/messages';
import { useSignIn } from '../api/account';
import { fieldText } from '../field-text';
import { messages } from '../messages';
import styles from './form.module.css';
import { PasswordField } from './password-field';

interface SignInFormProps {
  /** Filled in when it is known who should sign in. */
  readonly username?: string;
  readonly onSignedIn: (user: User) => void;
}

export function SignInForm({ username = '', onSignedIn }: SignInFormProps) {
  const t = useMessages(messages);
  const signIn = useSignIn();
  const [incomplete, setIncomplete] = useState(false);

  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (signIn.isPending) return;
    const form = new FormData(event.currentTarget);
    const credentials = {
      username: fieldText(form, 'username').trim(),
      password: fieldText(form, 'password'),
    };
    const complete = credentials.username !== '' && credentials.password !== '';
    setIncomplete(!complete);
    if (complete) signIn.mutate(credentials, { onSuccess: onSignedIn });
  };

  return (
    <form className={styles.form} onSubmit={submit}>
      {signIn.error && !incomplete && <ProblemAlert error={signIn.error} />}
      <TextField
        label={t('usernameOrEmail')}
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={username}
        maxLength={254}
        required
      />
      <PasswordField label={t('password')} name="password" autoComplete="current-password" />
      <Button type="submit" variant="primary" pending={signIn.isPending}>
        {t('signIn')}
      </Button>
    </form>
  );
}
