import { CopyButton } from './copy-button';
import styles from './secret.module.css';

interface SecretProps {
  /** What it is, for the button that copies it. */
  readonly name: string;
  readonly text: string;
}

/** A text that is shown only once, such as a token or a link, with a button that copies it. */
export function Secret({ name, text }: SecretProps) {
  return (
    <div className={styles.secret}>
      <code>{text}</code>
      <CopyButton text={text} name={name} />
    </div>
  );
}
