import { FilterMenu } from "#app/design-system/content/filter-bar.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { type QueueView, queueFields } from "#app/features/cases/casework/queue-view.ts";
import type { SavedFilter } from "#app/features/cases/desk/desk-item.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";

interface SavedFiltersMenuProps {
  readonly filters: readonly Pick<SavedFilter, "id" | "name">[];
  readonly view: QueueView;
  readonly formToken: string;
}

/** The reader's own filters, each a button: what it hides goes into the session, and its name nowhere. */
export function SavedFiltersMenu({ filters, view, formToken }: SavedFiltersMenuProps) {
  const t = useText();
  return (
    <FilterMenu title={t("desk.filters.menu", { count: filters.length })} active={false}>
      {filters.length > 0 && (
        <Form action={paths.queue()} formToken={formToken}>
          <ul className="filter-menu__choices">
            {filters.map(({ id, name }) => (
              <li key={id}>
                <button type="submit" name="filter" value={id}>
                  <bdi>{name}</bdi>
                </button>
              </li>
            ))}
          </ul>
        </Form>
      )}
      <p>
        <a href={paths.queueFilters(queueFields(view))}>{t("desk.filters.keep")}</a>
      </p>
    </FilterMenu>
  );
}
