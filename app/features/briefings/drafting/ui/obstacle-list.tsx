import type { Obstacle } from "#app/features/briefings/drafting/briefing-readiness.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import { addressOf, placesWords } from "./place-words.ts";

interface ObstaclesProps {
  readonly briefingId: string;
  readonly obstacles: readonly Obstacle[];
  readonly role: string;
}

/** What is still missing, each with the way to mend it for whoever may. Missing texts of one language are one line. */
export function ObstacleList({ briefingId, obstacles, role }: ObstaclesProps) {
  const t = useText();
  const { list } = useFormats();
  return (
    <ul>
      {gathered(obstacles).map(({ obstacle, places }) => {
        const { code, written = "" } = obstacle;
        const words = t(`briefings.obstacle.${code}`, { place: placesWords(places, t, list), written });
        const mayMend = role === (code.startsWith("tables") ? "analyst" : "editor");
        return (
          <li key={`${code} ${obstacle.place} ${written}`}>
            {mayMend ? <a href={addressOf(obstacle, briefingId)}>{words}</a> : words}
          </li>
        );
      })}
    </ul>
  );
}

interface Gathered {
  /** the first of them leads to the page that mends all */
  readonly obstacle: Obstacle;
  readonly places: readonly string[];
}

function gathered(obstacles: readonly Obstacle[]): Gathered[] {
  const groups = new Map<string, Gathered>();
  for (const obstacle of obstacles) {
    const { code, place } = obstacle;
    const key =
      code === "text-missing" || code === "follow-up-text-missing"
        ? `${code} ${place.split(".")[0]}`
        : `${code} ${place} ${obstacle.written ?? ""}`;
    const group = groups.get(key) ?? { obstacle, places: [] };
    groups.set(key, { ...group, places: [...group.places, place] });
  }
  return [...groups.values()];
}
