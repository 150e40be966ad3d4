/** The sign of the house: five servers, three of them a quorum. */

const places = [
  { x: 12, y: 4.5, isIn: true },
  { x: 19.8, y: 10.2, isIn: true },
  { x: 16.8, y: 19.4, isIn: false },
  { x: 7.2, y: 19.4, isIn: false },
  { x: 4.2, y: 10.2, isIn: true },
];

/** The sign, beside the name that says what it is. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 24 24" aria-hidden="true">
      {places.map(({ x, y, isIn }) => (
        <circle
          key={x + y}
          cx={x}
          cy={y}
          r={isIn ? 3.6 : 2.9}
          fill={isIn ? 'currentColor' : 'none'}
          stroke="currentColor"
          strokeWidth={isIn ? 0 : 1.5}
        />
      ))}
    </svg>
  );
}
