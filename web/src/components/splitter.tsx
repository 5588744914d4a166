import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { storage } from '@/lib/storage';
import styles from './splitter.module.css';

/** Per cent that one press of an arrow key moves. */
const step = 2;
const least = 20;
const most = 80;

/** A share of the room in per cent that the reader chose by dragging, remembered under a name. */
export function useShare(name: string, usual: number) {
  const key = `share.${name}`;
  const [share, setShare] = useState(() => within(Number(storage.read(key) ?? usual)) ?? usual);
  const change = (next: number) => {
    const kept = Math.round(Math.min(most, Math.max(least, next)) * 10) / 10;
    setShare(kept);
    storage.write(key, String(kept));
  };
  return [share, change] as const;
}

function within(share: number): number | undefined {
  return share >= least && share <= most ? share : undefined;
}

interface SplitterProps {
  readonly label: string;
  /** How the line runs: upright between two columns, or level between two rows. */
  readonly line: 'vertical' | 'horizontal';
  readonly share: number;
  readonly onShare: (share: number) => void;
}

/** The line between two panes. It can be dragged, and moved with the arrow keys; what it divides is its parent. */
export function Splitter({ label, line, share, onShare }: SplitterProps) {
  const element = useRef<HTMLDivElement>(null);
  const drag = (event: PointerEvent) => {
    const room = element.current?.parentElement?.getBoundingClientRect();
    if (!room || !element.current?.hasPointerCapture(event.pointerId)) return;
    onShare(
      line === 'vertical'
        ? ((event.clientX - room.left) / room.width) * 100
        : ((event.clientY - room.top) / room.height) * 100,
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const [less, more] =
      line === 'vertical' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
    if (event.key !== less && event.key !== more) return;
    event.preventDefault();
    onShare(share + (event.key === more ? step : -step));
  };
  return (
    // A separator that moves is a control, though the rules don't know it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={element}
      role="separator"
      aria-label={label}
      aria-orientation={line}
      aria-valuenow={Math.round(share)}
      aria-valuemin={least}
      aria-valuemax={most}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className={`${styles.splitter} ${styles[line]}`}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
    />
  );
}
