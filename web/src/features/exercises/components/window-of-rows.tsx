import { useEffect, useRef, useState, type ReactNode } from 'react';

/** Rows that come and go together. */
const together = 40;
/** Pixels above and below the window within which rows are there. */
const ahead = 1_200;
/** Of a row that was never measured, in pixels. */
const usual = 68;

interface WindowOfRowsProps<Item> {
  readonly items: readonly Item[];
  readonly className: string | undefined;
  readonly row: (item: Item) => ReactNode;
}

/** A list as long as all its rows, in whose document only those near the window are. */
export function WindowOfRows<Item>({ items, className, row }: WindowOfRowsProps<Item>) {
  if (items.length <= together) return <ul className={className}>{items.map(row)}</ul>;
  const count = Math.ceil(items.length / together);
  return Array.from({ length: count }, (_, index) => (
    <Block
      key={index}
      items={items.slice(index * together, (index + 1) * together)}
      // What is seen first is there at once.
      begin={index === 0}
      className={className}
      row={row}
    />
  ));
}

interface BlockProps<Item> extends WindowOfRowsProps<Item> {
  readonly begin: boolean;
}

function Block<Item>({ items, begin, className, row }: BlockProps<Item>) {
  const list = useRef<HTMLUListElement>(null);
  const [near, setNear] = useState(begin);
  const [height, setHeight] = useState<number>();
  useEffect(() => {
    const element = list.current;
    if (!element) return undefined;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry) return;
        if (!entry.isIntersecting) setHeight(entry.boundingClientRect.height);
        setNear(entry.isIntersecting);
      },
      { rootMargin: `${ahead}px` },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const reserved = near ? undefined : { height: height ?? items.length * usual };
  return (
    <ul ref={list} className={className} style={reserved}>
      {near && items.map(row)}
    </ul>
  );
}
