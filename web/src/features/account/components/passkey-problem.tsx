import type { ReactNode } from 'react';
import { Alert } from '@/components/alert';
import { useMessages } from '@/lib/i18n/messages';
import { PasskeyFailure } from '../passkey-browser';
import { passkeyMessages } from '../passkey-messages';

interface PasskeyProblemProps {
  readonly error: Error | null;
  /** Shows what the platform, and not the browser, has refused. */
  readonly otherwise?: (error: Error) => ReactNode;
}

/** Says why the browser came back without a passkey. */
export function PasskeyProblem({ error, otherwise = () => null }: PasskeyProblemProps) {
  const t = useMessages(passkeyMessages);
  if (error === null) return null;
  if (!(error instanceof PasskeyFailure)) return otherwise(error);
  return (
    <Alert tone="warn">
      <p>{t(error.kind)}</p>
    </Alert>
  );
}
