import { useId, type ReactNode } from 'react';
import styles from './choices.module.css';

interface ChoicesProps<Value extends string> {
  readonly legend: string;
  readonly value: Value;
  readonly options: readonly {
    readonly value: Value;
    readonly name: string;
    readonly explanation?: string;
    /** Belongs to the option, and shows only while it is chosen. */
    readonly details?: ReactNode;
  }[];
  readonly onChange: (value: Value) => void;
}

/** One of several, each with a sentence that explains it. */
export function Choices<Value extends string>(properties: ChoicesProps<Value>) {
  const { legend, value, options, onChange } = properties;
  const id = useId();
  return (
    <fieldset className={styles.choices}>
      <legend className={styles.legend}>{legend}</legend>
      {options.map((option) => (
        <div key={option.value} className={styles.choice}>
          <label className={styles.label}>
            <input
              type="radio"
              name={id}
              value={option.value}
              checked={option.value === value}
              aria-describedby={option.explanation && `${id}-${option.value}`}
              onChange={() => onChange(option.value)}
            />
            {option.name}
          </label>
          {option.explanation && (
            <p id={`${id}-${option.value}`} className={styles.explanation}>
              {option.explanation}
            </p>
          )}
          {option.value === value && option.details && (
            <div className={styles.details}>{option.details}</div>
          )}
        </div>
      ))}
    </fieldset>
  );
}
