import type { SyntheticEvent } from 'react';
import { Button } from '@/components/button';
import { Form } from '@/components/form';
import { ApiProblem } from '@/lib/api/problem';
import type { User } from '@/lib/api/session';
import { useMessages } from '@/lib/i18n/messages';
import { useSecondStep, type SecondStep } from '../api/account';
import { fieldText } from '@/components/faults/field-text';
import { messages } from '../messages';
import { useFaults } from '@/components/faults/use-faults';
import { passkeyMessages } from '../passkey-messages';
import { CodeField } from './code-field';
import PasskeySignIn from './passkey-sign-in';

interface SecondStepFormProps {
  readonly step: SecondStep;
  readonly onSignedIn: (user: User) => void;
  /** Begins with the password again. */
  readonly onRestart: () => void;
}

/** The second step of a sign-in: with a code, or where the account has no app, with a passkey. */
export default function SecondStepForm(properties: SecondStepFormProps) {
  const { methods } = properties.step;
  return methods.includes('passkey') && !methods.includes('totp') ? (
    <PasskeyStep {...properties} />
  ) : (
    <CodeStep {...properties} />
  );
}

function PasskeyStep({ onSignedIn, onRestart }: SecondStepFormProps) {
  const t = useMessages(messages);
  const passkeyT = useMessages(passkeyMessages);
  return (
    <>
      <p>{passkeyT('stepText')}</p>
      <PasskeySignIn alone onSignedIn={onSignedIn} />
      <Button variant="quiet" onClick={onRestart}>
        {t('startAgain')}
      </Button>
    </>
  );
}

function CodeStep({ step: { challenge }, onSignedIn, onRestart }: SecondStepFormProps) {
  const t = useMessages(messages);
  const step = useSecondStep();
  const faults = useFaults(step.error, ['code']);
  const over = step.error instanceof ApiProblem && step.error.code === 'challenge_invalid';

  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (step.isPending) return;
    const code = fieldText(new FormData(event.currentTarget), 'code').trim();
    step.mutate({ challenge, code }, { onSuccess: (user) => onSignedIn(user) });
  };

  return (
    <Form error={step.error} faulty={faults.summary} onSubmit={submit}>
      <p>{t('secondStep')}</p>
      <CodeField recovery first error={faults.of('code')} />
      {!over && (
        <Button type="submit" variant="primary" pending={step.isPending}>
          {t('signIn')}
        </Button>
      )}
      <Button variant={over ? 'primary' : 'quiet'} onClick={onRestart}>
        {t('startAgain')}
      </Button>
    </Form>
  );
}
