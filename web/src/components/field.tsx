import { useId, type ComponentProps, type ReactNode } from 'react';
import { useMessages } from '@/lib/i18n/messages';
import { Icon } from './icon';
import { messages } from './messages';
import styles from './field.module.css';

interface Described {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
}

type TextFieldProps = Described & Omit<ComponentProps<'input'>, 'id' | 'className'>;

/** An input with its label, hint and error, tied together for screen readers. */
export function TextField({ label, hint, error, ...input }: TextFieldProps) {
  return (
    <Frame label={label} hint={hint} error={error} optional={!input.required}>
      {(wiring) => <input {...input} {...wiring} className={styles.control} />}
    </Frame>
  );
}

type SelectFieldProps = Described & Omit<ComponentProps<'select'>, 'id' | 'className'>;

export function SelectField({ label, hint, error, ...select }: SelectFieldProps) {
  return (
    <Frame label={label} hint={hint} error={error} optional={false}>
      {(wiring) => <select {...select} {...wiring} className={styles.control} />}
    </Frame>
  );
}

type TextAreaFieldProps = Described & Omit<ComponentProps<'textarea'>, 'id' | 'className'>;

export function TextAreaField({ label, hint, error, ...area }: TextAreaFieldProps) {
  return (
    <Frame label={label} hint={hint} error={error} optional={!area.required}>
      {(wiring) => <textarea {...area} {...wiring} className={styles.control} />}
    </Frame>
  );
}

interface Wiring {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

interface FrameProps extends Described {
  readonly optional: boolean;
  readonly children: (wiring: Wiring) => ReactNode;
}

function Frame({ label, hint, error, optional, children }: FrameProps) {
  const t = useMessages(messages);
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label} {optional && <span className={styles.optional}>({t('optional')})</span>}
      </label>
      {children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className={styles.error}>
          <Icon name="alert" size={14} />
          {error}
        </p>
      )}
    </div>
  );
}
