import { useEffect, useRef, type ComponentProps, type ReactNode } from 'react';
import { ProblemAlert } from './alert';
import styles from './form.module.css';

interface FormProps extends Omit<ComponentProps<'form'>, 'className' | 'ref'> {
  /** Why the last attempt failed. A new one takes the focus to what the user should look at. */
  readonly error: unknown;
  /** A sentence about fields that are marked. Without one the error itself is shown. */
  readonly faulty?: string | undefined;
  readonly children: ReactNode;
}

/**
 * A form whose refusals reach everyone: they are spoken by a live region that is there before them, and the focus goes to
 * the first faulty field, which its error describes, or else to the message.
 */
export function Form({ error, faulty, children, ...form }: FormProps) {
  const element = useRef<HTMLFormElement>(null);
  const summary = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!error) return;
    const field = element.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    (field ?? summary.current)?.focus();
  }, [error]);

  return (
    <form {...form} ref={element} className={styles.form}>
      <div ref={summary} role="alert" tabIndex={-1} className={styles.summary}>
        {error && faulty ? <p className="visually-hidden">{faulty}</p> : null}
        {error && !faulty ? <ProblemAlert error={error} withFaults live={false} /> : null}
      </div>
      {children}
    </form>
  );
}
