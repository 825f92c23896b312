import { csvOf } from "#app/features/surveys/exchange/csv-sheets.ts";
import type { SheetMessage } from "#app/features/surveys/exchange/sheet.ts";
import { xlsFormOf } from "#app/features/surveys/exchange/xlsform-write.ts";
import { xlsxOf } from "#app/features/surveys/exchange/xlsx-write.ts";
import type { Instrument } from "#app/features/surveys/instruments/instrument.ts";
import { codeWordsIn } from "#app/features/surveys/instruments/list-words.server.ts";
import { instrumentText } from "#app/features/surveys/instruments/read-instrument.ts";
import { DOWNLOAD_POLICY } from "#app/platform/http/security-headers.ts";
import type { FileFormat } from "./building-params.ts";

const TYPES: Record<FileFormat, string> = {
  "questionnaire.json": "application/json",
  "questionnaire.xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "questionnaire.csv": "text/csv; charset=utf-8",
};

/** What XLSForm cannot hold of it; JSON holds everything. */
export const lossesOf = (instrument: Instrument): readonly SheetMessage[] =>
  xlsFormOf(instrument, codeWordsIn).messages;

/** A questionnaire as a download. */
export function fileOf(instrument: Instrument, format: FileFormat): Response {
  return new Response(bodyOf(instrument, format), {
    headers: {
      "Content-Type": TYPES[format],
      "Content-Disposition": `attachment; filename="${format}"`,
      "Content-Security-Policy": DOWNLOAD_POLICY,
    },
  });
}

function bodyOf(instrument: Instrument, format: FileFormat): string | Uint8Array<ArrayBuffer> {
  if (format === "questionnaire.json") return instrumentText(instrument);
  const { sheets } = xlsFormOf(instrument, codeWordsIn);
  return format === "questionnaire.csv" ? csvOf(sheets) : xlsxOf(sheets);
}
