import { useEffect, useState } from 'react';
import { Icon } from './icon';
import styles from './search-box.module.css';

/** Milliseconds after the last key before it is searched. */
const typingPause = 250;

interface SearchBoxProps {
  readonly label: string;
  readonly placeholder: string;
  /** What is searched for at present. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Searches while the user types. */
export function SearchBox({ label, placeholder, value, onChange }: SearchBoxProps) {
  const [typed, setTyped] = useState(value);
  const [sent, setSent] = useState(value);
  const [seen, setSeen] = useState(value);

  // A search that was cleared or followed from a link replaces what was typed; one's own does not.
  if (value !== seen) {
    setSeen(value);
    setSent(value);
    if (value !== sent) setTyped(value);
  }

  useEffect(() => {
    const wanted = typed.trim();
    if (wanted === sent) return undefined;
    const timer = setTimeout(() => {
      setSent(wanted);
      onChange(wanted);
    }, typingPause);
    return () => clearTimeout(timer);
  }, [typed, sent, onChange]);

  return (
    <div className={styles.search}>
      <Icon name="search" />
      <input
        type="search"
        aria-label={label}
        placeholder={placeholder}
        value={typed}
        maxLength={100}
        onChange={(event) => setTyped(event.target.value)}
      />
    </div>
  );
}
