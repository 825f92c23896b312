import type { ReactNode } from "react";
import { Heading } from "#app/design-system/content/heading.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import type { CaseStanding } from "#app/features/cases/casework/work-case-page.ts";
import { paths } from "#app/paths.ts";
import { CaseStandingFacts } from "./case-standing.tsx";

interface CaseFormPageProps {
  readonly standing: CaseStanding;
  readonly title: ReactNode;
  /** for tables that need the room */
  readonly width?: "page";
  readonly children: ReactNode;
}

/**
 * One verb on a case. How it stands now is always shown: whoever is told that somebody else was faster compares it
 * with what they have typed.
 */
export function CaseFormPage({ standing, title, width, children }: CaseFormPageProps) {
  const { caseId, reference } = standing.row;
  return (
    <Page back={paths.case(caseId)} caption={<bdi>{reference}</bdi>} {...(width && { width })}>
      <Heading>{title}</Heading>
      <CaseStandingFacts standing={standing} />
      {children}
    </Page>
  );
}
