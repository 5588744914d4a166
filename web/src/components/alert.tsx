import type { ReactNode } from 'react';
import { ApiProblem } from '@/lib/api/problem';
import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import { Button } from './button';
import { describeError } from './describe-error';
import { FaultList } from './fault-list';
import { Icon, type IconName } from './icon';
import { messages } from './messages';
import styles from './alert.module.css';

export type Tone = 'good' | 'bad' | 'warn' | 'info';

const icons: Record<Tone, IconName> = { good: 'check', bad: 'alert', warn: 'alert', info: 'info' };

interface AlertProps {
  readonly tone: Tone;
  /** False inside a live region, which speaks of it already. */
  readonly live?: boolean;
  readonly children: ReactNode;
}

export function Alert({ tone, live = true, children }: AlertProps) {
  const role = tone === 'bad' || tone === 'warn' ? 'alert' : 'status';
  return (
    <div className={`${styles.alert} ${styles[tone]}`} role={live ? role : undefined}>
      <Icon name={icons[tone]} />
      <div className={styles.body}>{children}</div>
    </div>
  );
}

interface ProblemAlertProps {
  readonly error: unknown;
  readonly onRetry?: (() => void) | undefined;
  /** Lists each fault under the sentence; forms show them beside their fields instead. */
  readonly withFaults?: boolean;
  readonly live?: boolean;
}

/** Says in the user's language what went wrong, with the request id that an operator can look for. */
export function ProblemAlert(properties: ProblemAlertProps) {
  const { error, onRetry, withFaults = false, live = true } = properties;
  const locale = useLocale();
  const t = useMessages(messages);
  const problem = error instanceof ApiProblem ? error : null;
  return (
    <Alert tone="bad" live={live}>
      <p>{describeError(error, locale)}</p>
      {withFaults && problem && problem.faults.length > 0 && <FaultList faults={problem.faults} />}
      {problem?.requestId && problem.status >= 500 && (
        <p className={styles.request}>{t('requestId', { id: problem.requestId })}</p>
      )}
      {onRetry && (
        <div className={styles.action}>
          <Button size="small" icon="reset" onClick={onRetry}>
            {t('tryAgain')}
          </Button>
        </div>
      )}
    </Alert>
  );
}
