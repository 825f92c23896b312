/** A crystal that lets a drop go: the product's mark. Decorative, the name stands beside it. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
      <path
        d="M12 1v11M4 6l8 5 8-5M5 12.5h14"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.2"
        strokeLinecap="round"
      />
      <path d="M12 14.5c2 2.4 3.1 4 3.1 5.4a3.1 3.1 0 0 1-6.2 0c0-1.4 1.1-3 3.1-5.4z" fill="currentColor" />
    </svg>
  );
}
