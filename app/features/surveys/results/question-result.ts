import type { Estimate } from "#app/features/surveys/statistics/proportion.ts";
import type { Bases } from "./distribution.ts";

/** One figure: organisations, and of which share of the answers they speak. */
export interface Figure {
  readonly count: number;
  /** null where fewer than ten answered */
  readonly share: Estimate | null;
}

export interface LabelledFigure extends Figure {
  readonly code: string;
  readonly label: string;
}

/** Answers to several rows, or to several things together: each row has a base of its own. */
export interface FigureRow {
  readonly key: string;
  readonly label: string;
  readonly n: number;
  readonly cells: readonly Figure[];
}

export interface CodesResult {
  readonly kind: "codes";
  readonly isSeveral: boolean;
  readonly effectiveSize: number;
  readonly figures: readonly LabelledFigure[];
  /** countries that were named besides regions; counts alone */
  readonly countries: readonly Omit<LabelledFigure, "share">[];
}

export interface RowsResult {
  readonly kind: "rows";
  readonly columns: readonly { readonly code: string; readonly label: string }[];
  /** whether the cells of a row add up to all of it */
  readonly isWhole: boolean;
  readonly rows: readonly FigureRow[];
}

export interface RankingResult {
  readonly kind: "ranking";
  readonly effectiveSize: number;
  readonly places: number;
  readonly figures: readonly (LabelledFigure & { readonly byPlace: readonly number[] })[];
}

export interface NumbersResult {
  readonly kind: "numbers";
  readonly rows: readonly NumberRow[];
}

export interface NumberRow {
  readonly key: string;
  /** null for a question without rows */
  readonly label: string | null;
  readonly asked: number;
  readonly answered: number;
  readonly quartiles: readonly [number, number, number] | null;
}

export interface TextResult {
  readonly kind: "text";
  /** null where nobody has coded the texts, or not two of them all */
  readonly coded: CodedResult | null;
}

/** The codes that two agreed on or settled, of the organisations whose texts have them. */
export interface CodedResult {
  readonly n: number;
  readonly effectiveSize: number;
  readonly figures: readonly LabelledFigure[];
  /** organisations on whose texts the coders still differ */
  readonly open: number;
}

/** What came of a question of one kind. */
export type KindResult = CodesResult | RowsResult | RankingResult | NumbersResult | TextResult;

/** What came of one question, ready to be drawn. */
export type QuestionResult = KindResult & {
  readonly name: string;
  readonly label: string;
  readonly bases: Bases;
};
