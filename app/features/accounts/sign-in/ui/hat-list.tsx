import { Heading } from "#app/design-system/content/heading.tsx";
import { Tag } from "#app/design-system/content/tag.tsx";
import { type NamedTeam, TeamName } from "#app/design-system/content/team-name.tsx";
import { Button } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";

interface ListedHat {
  readonly id: string;
  readonly role: string;
  readonly team: NamedTeam | null;
  readonly isOwner: boolean;
  readonly isWorn: boolean;
}

interface HatListProps {
  readonly hats: readonly ListedHat[];
  readonly formToken: string;
}

/** The person's roles. A session acts in one of them, with that one's keys. */
export function HatList({ hats, formToken }: HatListProps) {
  const t = useText();
  return (
    <>
      <Heading level={2}>{t("account.hats.heading")}</Heading>
      {hats.length > 1 && <p>{t("account.hats.lead")}</p>}
      <ul className="task-list">
        {hats.map(({ id, role, team, isOwner, isWorn }) => (
          <li key={id}>
            <span>
              {t.dynamic(`common.role.${role}`)}
              {team && (
                <>
                  {" · "}
                  <TeamName team={team} />
                </>
              )}
              {isOwner && ` · ${t("account.hats.owner")}`}
            </span>
            {isWorn && hats.length > 1 && <Tag>{t("account.hats.worn")}</Tag>}
            {!isWorn && (
              <Form formToken={formToken} action={paths.accountHat()}>
                <Button look="secondary" name="hat" value={id}>
                  {t("account.hats.change")}
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
