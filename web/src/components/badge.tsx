import type { ReactNode } from 'react';
import type { Tone } from './alert';
import { Icon, type IconName } from './icon';
import styles from './badge.module.css';

interface BadgeProps {
  readonly tone?: Tone | 'plain' | 'gold';
  readonly icon?: IconName | undefined;
  readonly children: ReactNode;
}

export function Badge({ tone = 'plain', icon, children }: BadgeProps) {
  return (
    <span className={`${styles.badge} ${styles[tone]}`}>
      {icon && <Icon name={icon} size={14} />}
      {children}
    </span>
  );
}
