import { useFrame } from "#app/design-system/frame.tsx";
import { useText } from "#app/i18n/text-context.tsx";

/** A plain link, so that it works at once and without scripts; `leave-script.js` also clears the history entry. */
export function LeaveLink() {
  const t = useText();
  const { leaveUrl } = useFrame();
  if (!leaveUrl) return null;
  return (
    <a className="leave-link" href={leaveUrl} rel="noreferrer nofollow" data-leave="">
      {t("common.leave.label")}
    </a>
  );
}
