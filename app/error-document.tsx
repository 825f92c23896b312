import { Document } from "#app/design-system/layout/document.tsx";
import { ErrorWords, wordsTitle } from "#app/error-page.tsx";
import { TextProvider, useText } from "#app/i18n/text-context.tsx";
import { PageFrame } from "#app/page-frame.tsx";
import { useRendering } from "#app/page-state.tsx";

/** A whole error page without the framework: for what is refused at the door. */
export function ErrorDocument({ name }: { readonly name: string }) {
  const { locale, messages } = useRendering();
  return (
    <TextProvider locale={locale} messages={messages}>
      <PlacedError name={name} />
    </TextProvider>
  );
}

function PlacedError({ name }: { readonly name: string }) {
  const t = useText();
  return (
    <PageFrame pathname="" page={{ id: "routes/public/home", params: {} }} leave hasForm={false}>
      <Document title={`${wordsTitle(name, t)} – ${t("common.product")}`}>
        <ErrorWords name={name} />
      </Document>
    </PageFrame>
  );
}
