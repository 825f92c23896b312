import { createRequire } from "node:module";
import countries from "i18n-iso-countries";
import { merge } from "topojson-client";
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from "topojson-specification";
import { REGIONAL_GROUPS, type RegionalGroup, regionalGroupOf } from "#app/features/registers/regional-groups.ts";

type World = Topology<{ countries: GeometryCollection<{ name: string }> }>;
type Country = World["objects"]["countries"]["geometries"][number];

/** Outlines that have no code of their own stand with their neighbours; this says nothing about status. */
const UNCODED: Readonly<Record<string, string>> = { "N. Cyprus": "CY", Somaliland: "SO", Kosovo: "XK" };

export interface RegionOutline {
  readonly type: "Feature";
  readonly properties: { readonly region: RegionalGroup };
  readonly geometry: ReturnType<typeof merge>;
}

let outlines: readonly RegionOutline[] | null = null;

/** The land of each regional group as one outline, without the borders inside it. */
export function regionOutlines(): readonly RegionOutline[] {
  outlines ??= dissolved();
  return outlines;
}

function dissolved(): RegionOutline[] {
  const world = createRequire(import.meta.url)("world-atlas/countries-110m.json") as World;
  const { geometries } = world.objects.countries;
  return REGIONAL_GROUPS.map((region) => {
    const own = geometries.filter((one) => regionOf(one) === region) as (Polygon | MultiPolygon)[];
    return { type: "Feature", properties: { region }, geometry: merge(world, own as never) };
  });
}

function regionOf({ id, properties }: Country): RegionalGroup | null {
  const name = properties && "name" in properties ? properties.name : "";
  const code = id === undefined ? UNCODED[name] : countries.numericToAlpha2(String(id));
  return code ? regionalGroupOf(code) : null;
}
