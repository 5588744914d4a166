import styles from './figures.module.css';

interface FiguresProps {
  /** Three or four, each with its name. */
  readonly figures: readonly (readonly [name: string, value: string])[];
}

/** A few large numbers at the head of a page. */
export function Figures({ figures }: FiguresProps) {
  return (
    <dl className={`${styles.figures} ${figures.length > 3 ? styles.four : styles.three}`}>
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
