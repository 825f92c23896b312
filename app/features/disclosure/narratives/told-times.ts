import { spansIn } from "./plain-text.ts";
import type { StoryPrecision } from "./story-precision.ts";
import type { Span } from "./telling-numbers.ts";

const [BEFORE, AFTER] = ["(?<![\\p{L}\\p{N}])", "(?![\\p{L}\\p{N}])"];
const YEAR = new RegExp(`${BEFORE}(?:19|20)\\d\\d${AFTER}`, "gu");

/** Quarters and seasons in the product's languages. "Spring" and "fall" are words of their own unless a year or "in" is near. */
const PARTS = [
  "Q[1-4]|T[1-4]",
  "(?:first|second|third|fourth|last) (?:quarter|half)(?: of (?:19|20)\\d\\d)?",
  "(?:in (?:the )?)?(?:early |late |mid-)?(?:spring|summer|autumn|fall|winter) (?:of )?(?:19|20)\\d\\d",
  "in (?:the )?(?:early |late )?(?:spring|summer|autumn|winter)",
  "(?:premier|deuxième|troisième|quatrième|dernier) (?:trimestre|semestre)",
  "(?:au printemps|en été|à l[’']été|en automne|en hiver|l[’']hiver)",
  "(?:primer|segundo|tercer|cuarto|último) (?:trimestre|semestre)",
  "en (?:la )?(?:primavera|verano|otoño|invierno)",
  "الربع (?:الأول|الثاني|الثالث|الرابع|الأخير)|النصف (?:الأول|الثاني)",
  "في (?:الربيع|الصيف|الخريف|الشتاء)",
].join("|");
const PART_OF_YEAR = new RegExp(`${BEFORE}(?:${PARTS})${AFTER}`, "giu");

/** Where a text says when more closely than it may. */
export function tooCloseTimes(text: string, { time }: StoryPrecision): Span[] {
  const parts = time === "quarter" ? [] : spansIn(text, PART_OF_YEAR);
  const years = time === "none" ? spansIn(text, YEAR) : [];
  return [...parts, ...years.filter((year) => !parts.some((part) => year.start < part.end && part.start < year.end))];
}
