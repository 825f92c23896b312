import { Pagination } from "#app/design-system/content/pagination.tsx";
import { useText } from "#app/i18n/text-context.tsx";

interface CopyPicturesProps {
  readonly name: string;
  /** which one is looked at, from 1 */
  readonly picture: number;
  readonly total: number;
  readonly src: string;
  readonly hrefOf: (page: number) => string;
}

/** One picture of a clean copy, and the way to the others. */
export function CopyPictures({ name, picture, total, src, hrefOf }: CopyPicturesProps) {
  const t = useText();
  const alt =
    total > 1 ? t("evidence.picture.alt-page", { name, page: picture, total }) : t("evidence.picture.alt", { name });
  return (
    <>
      <img className="picture" src={src} alt={alt} />
      {total > 1 && <Pagination page={picture} pageSize={1} total={total} hrefOf={hrefOf} />}
    </>
  );
}
