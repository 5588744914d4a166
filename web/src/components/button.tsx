import type { ComponentProps } from 'react';
import { Icon, type IconName } from './icon';
import { Spinner } from './spinner';
import styles from './button.module.css';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';

/** The look of a button, for links that lead somewhere but should stand out. */
export function buttonClass(variant: ButtonVariant = 'secondary', size?: 'small'): string {
  return [styles.button, styles[variant], size && styles[size]].filter(Boolean).join(' ');
}

interface ButtonProps extends ComponentProps<'button'> {
  readonly variant?: ButtonVariant;
  readonly size?: 'small';
  readonly icon?: IconName;
  /** Work is under way: the button keeps its focus and its words, but does nothing. */
  readonly pending?: boolean;
}

export function Button({
  variant,
  size,
  icon,
  pending = false,
  children,
  className,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={pending ? 'button' : type}
      className={[buttonClass(variant, size), className].filter(Boolean).join(' ')}
      aria-disabled={pending || undefined}
      onClick={pending ? (event) => event.preventDefault() : onClick}
    >
      {pending ? <Spinner /> : icon && <Icon name={icon} size={size === 'small' ? 16 : 18} />}
      {children}
    </button>
  );
}
