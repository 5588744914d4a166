import { Icon } from '../icon';
import styles from './test-dots.module.css';
import { appearance, type Verdict } from './verdict';

/** More than this, and the row would say less than the list below it. */
const most = 60;

interface TestDotsProps {
  /** Their indices count from one. */
  readonly tests: readonly { readonly index: number; readonly verdict: Verdict }[];
  readonly total: number;
}

/** The tests at a glance. Screen readers have the list, so this is hidden from them. */
export function TestDots({ tests, total }: TestDotsProps) {
  if (total > most) return null;
  const byIndex = new Map(tests.map((test) => [test.index, test]));
  return (
    <div className={styles.dots} aria-hidden="true">
      {Array.from({ length: total }, (_, position) => {
        const test = byIndex.get(position + 1);
        return (
          <span
            key={position}
            className={styles.dot}
            data-tone={test ? appearance[test.verdict].tone : undefined}
          >
            {test && <Icon name={appearance[test.verdict].icon} size={12} />}
          </span>
        );
      })}
    </div>
  );
}
