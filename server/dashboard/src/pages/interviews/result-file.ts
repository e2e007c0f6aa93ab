// The result of an upload as a file. One rule: no cell calculates in a spreadsheet, whoever wrote
// it, as in the server's own files.
import type { BulkRow } from "../../client/types.gen";

const HEADS = ["row", "email", "name", "outcome", "status", "link", "faults"];

/** CSV with a byte order mark, so that spreadsheets read the names' letters. */
export function csvOf(rows: readonly BulkRow[]): string {
  const lines = rows.map((row) => [
    String(row.row),
    row.email,
    row.name,
    row.outcome,
    row.status ?? "",
    row.invite_url ?? "",
    row.faults.map(({ column, message }) => `${column}: ${message}`).join(" "),
  ]);
  return "\ufeff" + [HEADS, ...lines].map((line) => line.map(cell).join(",") + "\r\n").join("");
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r\n]/u.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
