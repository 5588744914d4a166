import type { ReactNode } from 'react';
import styles from './filters.module.css';

/** What narrows a list, in a row above it. */
export function Filters({ children }: { readonly children: ReactNode }) {
  return <search className={styles.filters}>{children}</search>;
}

interface FilterSelectProps<Value extends string> {
  readonly label: string;
  /** Undefined lets everything through. */
  readonly value: Value | undefined;
  readonly options: readonly (readonly [value: Value, name: string])[];
  /** The name of the choice that lets everything through. */
  readonly any: string;
  readonly onChange: (value: Value | undefined) => void;
}

export function FilterSelect<Value extends string>(properties: FilterSelectProps<Value>) {
  const { label, value, options, any, onChange } = properties;
  return (
    <select
      className={styles.select}
      aria-label={label}
      value={value ?? ''}
      onChange={(event) => {
        const chosen = options.find(([candidate]) => candidate === event.target.value);
        onChange(chosen?.[0]);
      }}
    >
      <option value="">{any}</option>
      {options.map(([candidate, name]) => (
        <option key={candidate} value={candidate}>
          {name}
        </option>
      ))}
    </select>
  );
}
