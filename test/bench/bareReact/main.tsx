/** The least page of React that shows five servers and twenty messages, rendered anew at every frame. */
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';

interface Place {
  readonly x: number;
  readonly y: number;
}

const places: readonly Place[] = [0, 1, 2, 3, 4].map((i) => ({
  x: 640 + 260 * Math.sin((i * 2 * Math.PI) / 5),
  y: 400 - 260 * Math.cos((i * 2 * Math.PI) / 5),
}));
const messages = Array.from({ length: 20 }, (_, i) => ({
  from: places[i % 5] as Place,
  to: places[(i + 1 + (i % 4)) % 5] as Place,
  ahead: i / 20,
}));

function useFrames(): number {
  const [ms, setMs] = useState(0);
  useEffect(() => {
    let frame = requestAnimationFrame(function tick(now) {
      setMs(now);
      frame = requestAnimationFrame(tick);
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  return ms;
}

function Page() {
  const ms = useFrames();
  return (
    <svg viewBox="0 0 1280 800" aria-hidden="true">
      {places.map(({ x, y }, i) => (
        <g key={x}>
          <circle cx={x} cy={y} r={46} fill="#dfe7fb" stroke="#6f8bd9" strokeWidth={2} />
          <text x={x} y={y + 70} textAnchor="middle">
            {`follower · ${Math.round((1 - ((ms / 3000 + i / 5) % 1)) * 30) * 10} ms`}
          </text>
        </g>
      ))}
      {messages.map(({ from, to, ahead }) => {
        const share = (ms / 800 + ahead) % 1;
        const [x, y] = [from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share];
        return <circle key={ahead} cx={x} cy={y} r={7} fill="#35a582" />;
      })}
    </svg>
  );
}

createRoot(document.getElementById('root') as HTMLElement).render(<Page />);
