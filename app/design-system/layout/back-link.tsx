import { useText } from "#app/i18n/text-context.tsx";

interface BackLinkProps {
  readonly to: string | { readonly href: string; readonly label: string };
}

export function BackLink({ to }: BackLinkProps) {
  const t = useText();
  const { href, label } = typeof to === "string" ? { href: to, label: t("common.action.back") } : to;
  return (
    <a className="back-link" href={href}>
      {label}
    </a>
  );
}
