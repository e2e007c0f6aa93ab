// A type is said in words, and the schema it leads to is named.
import { expect, test } from "vitest";

import { describeType, operations } from "./document";

const paper = { $ref: "#/components/schemas/PaperView" };

test.each([
  [undefined, { text: "" }],
  [paper, { text: "PaperView", schema: "PaperView" }],
  [{ type: "array", items: paper }, { text: "list of PaperView", schema: "PaperView" }],
  [{ anyOf: [paper, { type: "null" }] }, { text: "PaperView | null", schema: "PaperView" }],
  [{ enum: ["spoken", "coding"] }, { text: '"spoken" | "coding"' }],
  [{ type: "string", format: "date-time" }, { text: "string (date-time)" }],
  [{ type: "object", additionalProperties: { type: "integer" } }, { text: "map to integer" }],
  [{}, { text: "anything" }],
])("%j", (schema, expected) => {
  expect(describeType(schema)).toEqual(expected);
});

test("operations stand under their first tag", () => {
  const call = (operationId: string, ...tags: string[]) => ({ operationId, tags });
  const found = operations({
    info: { title: "T", version: "1" },
    paths: { "/a": { get: call("readA", "x", "y"), put: call("keepA", "z") }, "/b": { get: {} } },
  });
  const ids = [...found].map(([tag, calls]) => [tag, calls.map((each) => each.id)]);
  expect(ids).toEqual([
    ["x", ["readA"]],
    ["z", ["keepA"]],
    ["other", ["get-/b"]],
  ]);
});
