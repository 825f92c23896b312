import type { StoryChoice } from "#app/features/briefings/briefing.ts";
import type { WrittenPackage } from "#app/features/disclosure/audit/written-package.ts";
import type { KnownWords } from "#app/features/disclosure/narratives/quotation-checks.ts";
import {
  checkedQuotations,
  type Quotation,
  type RefusedQuotation,
} from "#app/features/disclosure/narratives/quotation-set.ts";
import type { StoryContent } from "#app/features/stories/story.ts";

/** A story as its room hands it over: of whom it is, nobody here can tell. */
export interface Printable {
  readonly id: string;
  readonly hash: string;
  readonly unit: string;
  readonly content: StoryContent;
}

/** Why a chosen story may not stand in this edition. */
export type StoryObstacle = "ended" | "beside" | "second" | "faults";

/** A story in the order of the edition; without a text once its reporter allows it no more. */
export interface EditionStory extends StoryChoice {
  readonly content: StoryContent | null;
  readonly obstacle: StoryObstacle | null;
}

export interface Surroundings {
  readonly known: KnownWords;
  /** what the edition prints; null while there are no tables */
  readonly printed: WrittenPackage | null;
}

/**
 * The chosen stories of an edition, all together: each as its reporter has approved it, one an organisation, beside nothing
 * that is not printed, and found free of names once more.
 * @param printable every story that may be printed at this moment
 */
export function editionStories(
  chosen: readonly StoryChoice[],
  printable: readonly Printable[],
  { known, printed }: Surroundings,
): EditionStory[] {
  const found = chosen.map(({ id, hash }) => printable.find((one) => one.id === id && one.hash === hash) ?? null);
  const quotations = found.flatMap((story) => (story ? [quotationOf(story)] : []));
  const packages = printed ? [printed] : [];
  const { refused } = checkedQuotations(quotations, { known, packages, seed: "" });
  return chosen.map(({ id, hash }, place) => {
    const story = found[place];
    if (!story) return { id, hash, content: null, obstacle: "ended" };
    return {
      id,
      hash,
      content: story.content,
      obstacle: obstacleOf(
        refused.find((one) => one.id === id),
        printed !== null,
      ),
    };
  });
}

/** How each of those that are not chosen would stand, if it were added. */
export function otherStories(
  chosen: readonly StoryChoice[],
  printable: readonly Printable[],
  surroundings: Surroundings,
): EditionStory[] {
  return printable
    .filter(({ id, hash }) => !chosen.some((one) => one.id === id && one.hash === hash))
    .map(({ id, hash }) => editionStories([...chosen, { id, hash }], printable, surroundings).at(-1)!);
}

/** Every language of it, so that what was missed in one is found in another. */
function quotationOf({ id, unit, content }: Printable): Quotation {
  return { id, unit, text: Object.values(content.texts).join("\n\n"), beside: { ...content.beside } };
}

function obstacleOf(refused: RefusedQuotation | undefined, isPrinted: boolean): StoryObstacle | null {
  if (!refused) return null;
  if (refused.faults.length > 0) return "faults";
  if (refused.isSecondOfItsOrganisation) return "second";
  return isPrinted ? "beside" : null;
}
