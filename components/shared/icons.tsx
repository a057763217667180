/** Drawn in the colour of the text beside them, and silent to screen readers: each stands beside its name. */
const shapes = {
  close: 'M4 4l8 8M12 4l-8 8',
  chevron: 'M4 6l4 4 4-4',
  check: 'M3 8.5l3.2 3.2L13 4.8',
  more: 'M3.2 8h.01M8 8h.01M12.8 8h.01',
  shrink: 'M3.5 8h9',
  copy: 'M6 5.5h6.5V13H6zM3.5 10.5V3H10',
  warning: 'M8 2.5l6 10.5H2zM8 6.5v3M8 11.3v.01',
  rising: 'M3 12l4.5-4.5 2 2L13 5M9.5 5H13v3.5',
  falling: 'M3 5l4.5 4.5 2-2L13 12M9.5 12H13V8.5',
  insert: 'M13 3v6H4M7 6L4 9l3 3',
} as const;

export function Icon({ name }: { name: keyof typeof shapes }) {
  return (
    <svg
      className={`icon icon-${name}`}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
      focusable="false"
    >
      <path
        d={shapes[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
