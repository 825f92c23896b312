import { publicLoader } from "#app/access/public-door.server.ts";
import { MethodPage } from "#app/features/briefings/editions/ui/method-page.tsx";
import { page } from "#app/page-handle.ts";

export const handle = page({ title: "editions.method.heading" });

export const loader = publicLoader(async () => ({}));

export default function BriefingMethod() {
  return <MethodPage />;
}
