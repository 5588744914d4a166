import { Card } from '@/components/page';
import styles from './list-skeleton.module.css';

/** The shape of a list that is being fetched. */
export function ListSkeleton({ label }: { readonly label: string }) {
  return (
    <Card className={styles.skeleton}>
      <p role="status" className="visually-hidden">
        {label}
      </p>
      {Array.from({ length: 8 }, (_, index) => (
        <div key={index} className={styles.row} aria-hidden="true">
          <i />
          <i />
        </div>
      ))}
    </Card>
  );
}
