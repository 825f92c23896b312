import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { PAGE_STATE_ID, type Rendering, RenderingProvider } from "#app/page-state.tsx";

// Only pages with comfort load this file. Links and forms stay the browser's own; what comes alive is the form.
const rendering: Rendering = JSON.parse(document.getElementById(PAGE_STATE_ID)?.textContent ?? "null");

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <RenderingProvider value={rendering}>
        <RemixBrowser />
      </RenderingProvider>
    </StrictMode>,
  );
});
