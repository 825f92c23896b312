import { withPublic } from "#app/access/with-public.server.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { Edition } from "./edition.ts";

/**
 * Everything that was ever released, the newest first. Digests are computed by the database, so that no file travels for
 * it. Of a withdrawn edition the title stays; its files and tables are gone.
 */
export function listEditions(locale: Locale): Promise<Edition[]> {
  return withPublic(
    (tx) => tx.$queryRaw<Edition[]>`
      SELECT slug, session, state, to_char(released_on, 'YYYY-MM-DD') AS "releasedOn",
        to_char(withdrawn_on, 'YYYY-MM-DD') AS "withdrawnOn", text->>'title' AS title, languages,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('id', one->'id', 'title', one->'title')), '[]')
          FROM jsonb_path_query(text, '$.sections[*].tables[*]') AS one WHERE state = 'released') AS tables,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('id', one->'id', 'title', one->'title')), '[]')
          FROM jsonb_path_query(text, '$.sections[*].survey[*]') AS one WHERE state = 'released') AS survey,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('path', path, 'mediaType', media_type, 'bytes', length(bytes),
            'digest', encode(sha256(bytes), 'hex')) ORDER BY path), '[]')
          FROM release_files WHERE release_id = listed.id AND state = 'released') AS files
      FROM (SELECT id, slug, state, released_on, withdrawn_on, content->>'session' AS session,
          (SELECT jsonb_agg(language ORDER BY language) FROM jsonb_object_keys(content->'texts') AS language) AS languages,
          coalesce(content #> ARRAY['texts', ${locale}], content #> '{texts,en}') AS text
        FROM releases WHERE state IN ('released', 'withdrawn')) AS listed
      ORDER BY released_on DESC, slug DESC`,
  );
}
