import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import type { MessageKey } from "#app/i18n/catalogue.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";

const DONE: readonly MessageKey[] = [
  "editions.method.organisations",
  "editions.method.rounded",
  "editions.method.few",
  "editions.method.zero",
  "editions.method.table",
  "editions.method.once",
  "editions.method.two",
];
const TOLD: readonly MessageKey[] = [
  "editions.method.infer-some",
  "editions.method.infer-most",
  "editions.method.infer-outside",
  "editions.method.infer-together",
];

/** In plain words: how figures are protected, and what a reader can still conclude. Each sentence must be true. */
export function MethodPage() {
  const t = useText();
  return (
    <Page back={{ href: paths.briefingRegister(), label: t("editions.heading") }}>
      <Heading>{t("editions.method.heading")}</Heading>
      <Lead>{t("editions.method.lead")}</Lead>
      <Points heading="editions.method.done" points={DONE} />
      <Points heading="editions.method.told" points={TOLD} />
      <Heading level={2}>{t("editions.method.check")}</Heading>
      <p>{t("editions.method.check-why")}</p>
      <p>
        <code dir="ltr">sha256sum briefing.pdf</code>
      </p>
    </Page>
  );
}

function Points({ heading, points }: { readonly heading: MessageKey; readonly points: readonly MessageKey[] }) {
  const t = useText();
  return (
    <>
      <Heading level={2}>{t(heading)}</Heading>
      <ul>
        {points.map((point) => (
          <li key={point}>{t(point)}</li>
        ))}
      </ul>
    </>
  );
}
