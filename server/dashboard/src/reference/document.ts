// What /redoc reads of an OpenAPI 3.1 document, and how a schema is said in a few words.

export interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  pattern?: string;
  enum?: unknown[];
  const?: unknown;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  description?: string;
}

interface Content {
  content?: Record<string, { schema?: Schema }>;
  description?: string;
}

export interface Call {
  operationId?: string;
  tags?: string[];
  summary?: string;
  description?: string;
  parameters?: {
    name: string;
    in: string;
    required?: boolean;
    description?: string;
    schema?: Schema;
  }[];
  requestBody?: Content;
  responses?: Record<string, Content>;
}

export interface Document {
  info: { title: string; version: string; summary?: string };
  paths: Record<string, Record<string, Call>>;
  components?: { schemas?: Record<string, Schema> };
}

export interface Operation {
  path: string;
  method: string;
  id: string;
  call: Call;
}

/** All operations under their first tag, tags in the order in which they are first met. */
export function operations(found: Document): Map<string, Operation[]> {
  const byTag = new Map<string, Operation[]>();
  for (const [path, methods] of Object.entries(found.paths)) {
    for (const [method, call] of Object.entries(methods)) {
      const tag = call.tags?.[0] ?? "other";
      const id = call.operationId ?? `${method}-${path}`;
      byTag.set(tag, [...(byTag.get(tag) ?? []), { path, method, id, call }]);
    }
  }
  return byTag;
}

/** The members of an object schema; none for others. */
export function properties(schema: Schema) {
  return Object.entries(schema.properties ?? {}).map(([name, member]) => ({
    name,
    required: schema.required?.includes(name) === true,
    schema: member,
  }));
}

/** A type in words; `schema` names the component that it is, or is a list of. */
export function describeType(schema: Schema | undefined): { text: string; schema?: string } {
  if (schema === undefined) return { text: "" };
  if (schema.$ref !== undefined) {
    const name = schema.$ref.slice(schema.$ref.lastIndexOf("/") + 1);
    return { text: name, schema: name };
  }
  if (schema.const !== undefined) return { text: JSON.stringify(schema.const) };
  if (schema.enum !== undefined) {
    return { text: schema.enum.map((value) => JSON.stringify(value)).join(" | ") };
  }
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (choices !== undefined) {
    const found = choices.map(describeType);
    const named = found.find((each) => each.schema !== undefined);
    const text = found.map((each) => each.text).join(" | ");
    return named === undefined ? { text } : { ...named, text };
  }
  if (schema.type === "array") {
    const item = describeType(schema.items);
    return { ...item, text: `list of ${item.text === "" ? "anything" : item.text}` };
  }
  if (schema.type === "object" && typeof schema.additionalProperties === "object") {
    const value = describeType(schema.additionalProperties);
    return { ...value, text: `map to ${value.text}` };
  }
  const type = schema.type ?? "anything";
  return { text: schema.format === undefined ? type : `${type} (${schema.format})` };
}
