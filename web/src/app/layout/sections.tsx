import { Link, type LinkProps } from '@tanstack/react-router';
import styles from './sections.module.css';

interface SectionsProps {
  /** Names the navigation among the others of the page. */
  readonly label: string;
  readonly sections: readonly (readonly [to: NonNullable<LinkProps['to']>, name: string])[];
}

/** Links between pages that belong together. */
export function Sections({ label, sections }: SectionsProps) {
  return (
    <nav aria-label={label} className={styles.sections}>
      {sections.map(([to, name]) => (
        <Link key={to} to={to} activeOptions={{ exact: true, includeSearch: false }}>
          {name}
        </Link>
      ))}
    </nav>
  );
}
