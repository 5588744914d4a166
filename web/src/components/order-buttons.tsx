import { Button } from './button';

interface OrderButtonsProps {
  /** The place of the item, from 0, and how many there are. */
  readonly index: number;
  readonly count: number;
  /** Each button's text, and the same with the name of the item for those who do not see the row. */
  readonly up: readonly [text: string, named: string];
  readonly down: readonly [text: string, named: string];
  readonly remove: readonly [text: string, named: string];
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
}

/** Moves an item of a list and removes it by buttons, so by keyboard, too. */
export function OrderButtons({
  index,
  count,
  up,
  down,
  remove,
  onMove,
  onRemove,
}: OrderButtonsProps) {
  return (
    <>
      <Button
        size="small"
        aria-label={up[1]}
        disabled={index === 0}
        onClick={() => onMove(index - 1)}
      >
        {up[0]}
      </Button>
      <Button
        size="small"
        aria-label={down[1]}
        disabled={index === count - 1}
        onClick={() => onMove(index + 1)}
      >
        {down[0]}
      </Button>
      <Button size="small" aria-label={remove[1]} onClick={onRemove}>
        {remove[0]}
      </Button>
    </>
  );
}
