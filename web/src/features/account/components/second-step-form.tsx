import type { SyntheticEvent } from 'react';
import { Button } from '@/components/button';
import { Form } from '@/components/form';
import { ApiProblem } from '@/lib/api/problem';
import type { User } from '@/lib/api/session';
import { useMessages } from '@/lib/i18n/messages';
import { useSecondStep } from '../api/account';
import { fieldText } from '../field-text';
import { messages } from '../messages';
import { useFaults } from '../use-faults';
import { CodeField } from './code-field';

interface SecondStepFormProps {
  readonly challenge: string;
  readonly onSignedIn: (user: User) => void;
  /** Begins with the password again. */
  readonly onRestart: () => void;
}

export default function SecondStepForm({ challenge, onSignedIn, onRestart }: SecondStepFormProps) {
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
