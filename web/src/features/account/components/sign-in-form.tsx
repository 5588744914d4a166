import { lazy, Suspense, useState, type SyntheticEvent } from 'react';
import { Button } from '@/components/button';
import { TextField } from '@/components/field';
import { Form } from '@/components/form';
import { Loading } from '@/components/spinner';
import type { User } from '@/lib/api/session';
import { useMessages } from '@/lib/i18n/messages';
import { useSignIn, type SecondStep } from '../api/account';
import { fieldText } from '@/components/faults/field-text';
import { messages } from '../messages';
import { useFaults } from '@/components/faults/use-faults';
import { PasswordField } from './password-field';

/** Few sign-ins have a second step, and every page contains this form. */
const SecondStepForm = lazy(() => import('./second-step-form'));

interface SignInFormProps {
  /** Filled in when it is known who should sign in. */
  readonly username?: string;
  /** Set if only the second step is left to do. */
  readonly step?: SecondStep | undefined;
  readonly onSignedIn: (user: User) => void;
}

/** Signs in with the password, and where the account has a second factor, with a code after it. */
export function SignInForm({ username = '', onSignedIn, ...given }: SignInFormProps) {
  const t = useMessages(messages);
  const signIn = useSignIn();
  const faults = useFaults(signIn.error, ['username', 'password']);
  const [step, setStep] = useState(given.step);

  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (signIn.isPending) return;
    const form = new FormData(event.currentTarget);
    signIn.mutate(
      { username: fieldText(form, 'username').trim(), password: fieldText(form, 'password') },
      {
        onSuccess: (outcome) => {
          if ('user' in outcome) onSignedIn(outcome.user);
          else setStep(outcome);
        },
      },
    );
  };

  if (step !== undefined) {
    return (
      <Suspense fallback={<Loading />}>
        <SecondStepForm step={step} onSignedIn={onSignedIn} onRestart={() => setStep(undefined)} />
      </Suspense>
    );
  }
  return (
    <Form error={signIn.error} faulty={faults.summary} onSubmit={submit}>
      <TextField
        label={t('usernameOrEmail')}
        error={faults.of('username')}
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={username}
        maxLength={254}
        required
      />
      <PasswordField
        label={t('password')}
        error={faults.of('password')}
        name="password"
        autoComplete="current-password"
      />
      <Button type="submit" variant="primary" pending={signIn.isPending}>
        {t('signIn')}
      </Button>
    </Form>
  );
}
