import { index, type RouteConfig, route } from "@remix-run/route-config";

/** Every address of the product, by audience. The same addresses as functions: `paths.ts`. */
const open = [
  index("routes/public/home.tsx"),
  route("protection", "routes/public/protection.tsx"),
  route("language", "routes/public/language.ts"),
  route("healthz", "routes/public/healthz.ts"),
];

export default [...open] satisfies RouteConfig;
