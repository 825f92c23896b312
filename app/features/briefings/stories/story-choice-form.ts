import { z } from "zod";
import { MOST_STORIES, type StoryChoice, storyChoicesSchema } from "#app/features/briefings/briefing.ts";
import { recordVersion } from "#app/kernel/record-version.ts";

const FIELD = /^place-([0-9a-f-]{36})-([0-9a-f]{64})$/;

/** The field that says where a story stands. It names the very text that was on the page. */
export const placeField = ({ id, hash }: StoryChoice): string => `place-${id}-${hash}`;

export const PLACES = Array.from({ length: MOST_STORIES }, (_, place) => String(place + 1));

interface Placed extends StoryChoice {
  readonly field: string;
  readonly place: string;
}

/** Those that have a place, in its order. */
export const storyChoiceForm = z.looseObject({ recordVersion }).transform(({ recordVersion, ...form }, context) => {
  const placed = placedIn(form);
  const twice = placed.find(({ place }, at) => placed.findIndex((one) => one.place === place) !== at);
  const wrong = (field: string, message: string) =>
    context.addIssue({ code: "custom", path: [field], message, input: form });
  if (twice) wrong(twice.field, "stories.choose.same-place");
  const choices = placed
    .sort((one, other) => Number(one.place) - Number(other.place))
    .map(({ id, hash }) => ({ id, hash }));
  if (!storyChoicesSchema.safeParse(choices).success)
    wrong(placed[0]?.field ?? "recordVersion", "stories.choose.how-many");
  return { recordVersion, stories: choices };
});

function placedIn(form: Readonly<Record<string, unknown>>): Placed[] {
  return Object.entries(form).flatMap(([field, value]) => {
    const [, id, hash] = FIELD.exec(field) ?? [];
    const place = PLACES.find((one) => one === value);
    return id && hash && place ? [{ id, hash, field, place }] : [];
  });
}
