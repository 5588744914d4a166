/** The dark stone with the streak of gold. */
export function Logo({ size = 30 }: { readonly size?: number }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true" focusable="false">
      <path
        d="M10 2.600h12.200c1.300 0 2.400.7 3 1.800l4.200 8.300c.5 1 .5 2.100 0 3.100l-6.300 12c-.6 1-1.700 1.700-2.900 1.700H9.100c-1.300 0-2.500-.8-3-2L2.300 17.700c-.4-.8-.4-1.800 0-2.700L6.900 4.500c.5-1.100 1.800-1.900 3.100-1.900z"
        fill="var(--logo-stone)"
      />
      <path
        d="M8.500 21.500 20.800 8.800"
        stroke="#e2b04a"
        strokeWidth="3.400"
        strokeLinecap="round"
      />
      <path
        d="m15.600 23.600 7.200-7.500"
        stroke="#e2b04a"
        strokeOpacity=".55"
        strokeWidth="2.200"
        strokeLinecap="round"
      />
    </svg>
  );
}
