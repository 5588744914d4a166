const paths = {
  check: 'M5 12.5l4.5 4.5L19 7.500',
  cross: 'M6 6l12 12M18 6L6 18',
  clock: 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M12 7v5l3.500 2',
  memory: 'M7 7h10v10H7zM10 3v4M14 3v4M10 17v4M14 17v4M3 10h4M3 14h4M17 10h4M17 14h4',
  lines: 'M4 6h16M4 12h16M4 18h9',
  bolt: 'M13 2L4 14h7l-1 8l9-12h-7z',
  brackets: 'M8 5l-6 7l6 7M16 5l6 7l-6 7',
  question: 'M9 9a3 3 0 1 1 4.500 2.600c-1 .6-1.500 1.200-1.500 2.400M12 17.500v.1',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  play: 'M7 4.500v15l12-7.500z',
  send: 'M12 20V5M5 12l7-7l7 7',
  search: 'M11 4a7 7 0 1 0 0 14a7 7 0 1 0 0-14M16.500 16.500L21 21',
  user: 'M12 4a4 4 0 1 0 0 8a4 4 0 1 0 0-8M4 21c0-4 3.500-6 8-6s8 2 8 6',
  sun: 'M12 8a4 4 0 1 0 0 8a4 4 0 1 0 0-8M12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.400 1.400M17.600 17.600L19 19M19 5l-1.400 1.400M6.400 17.600L5 19',
  moon: 'M20 14.500A8.500 8.500 0 0 1 9.500 4a8.500 8.500 0 1 0 10.500 10.500z',
  device: 'M3 5h18v11H3zM9 20h6M12 16v4',
  globe: 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18',
  down: 'M6 9l6 6l6-6',
  right: 'M9 6l6 6l-6 6',
  left: 'M15 6l-6 6l6 6',
  alert: 'M12 3L2 20h20zM12 10v4M12 17v.1',
  info: 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M12 11v6M12 7.500v.1',
  trophy: 'M7 4h10v6a5 5 0 0 1-10 0zM7 6H3c0 4 2 5 4 5M17 6h4c0 4-2 5-4 5M12 15v4M8 20h8',
  upload: 'M12 16V4M6 10l6-6l6 6M4 20h16',
  download: 'M12 4v12M6 10l6 6l6-6M4 20h16',
  reset: 'M4 4v6h6M4.500 10A8 8 0 1 1 4 14',
  plus: 'M12 5v14M5 12h14',
  menu: 'M4 7h16M4 12h16M4 17h16',
  list: 'M8 6h12M8 12h12M8 18h12M4 6v.1M4 12v.1M4 18v.1',
} as const;

export type IconName = keyof typeof paths;

/** A drawing that only repeats what the words beside it say, hence hidden from screen readers. */
export function Icon({ name, size = 18 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  );
}
