// /redoc: the API to read from top to bottom, made from /openapi.json without any library, because
// those there are send traces to their makers or load from their hosts. Everything is set as text.
import "./read.css";
import type { Document, Operation, Schema } from "./document";
import { describeType, operations, properties } from "./document";

type Child = Node | string;

function element(tag: string, attributes: Record<string, string>, ...children: Child[]) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** Text in which `words` are names of the API. */
function said(text: string | undefined): HTMLElement {
  const parts = (text ?? "").split("`");
  return element(
    "span",
    {},
    ...parts.map((part, index) => (index % 2 === 1 ? element("code", {}, part) : part)),
  );
}

function table(caption: string, heads: string[], rows: Child[][]): Child[] {
  if (rows.length === 0) return [];
  return [
    element(
      "table",
      {},
      element("caption", {}, caption),
      element("thead", {}, element("tr", {}, ...heads.map((h) => element("th", {}, h)))),
      element(
        "tbody",
        {},
        ...rows.map((row) => element("tr", {}, ...row.map((cell) => element("td", {}, cell)))),
      ),
    ),
  ];
}

function typeOf(schema: Schema | undefined): Child {
  const { text, schema: name } = describeType(schema);
  return name === undefined ? text : element("a", { href: `#schema-${name}` }, text);
}

function fields(schema: Schema): Child[] {
  return table(
    "Members",
    ["Name", "Type", "Meaning"],
    properties(schema).map(({ name, required, schema: member }) => [
      element("code", {}, required ? `${name} *` : name),
      typeOf(member),
      said(member.description),
    ]),
  );
}

function operation({ path, method, id, call }: Operation): HTMLElement {
  const body = Object.entries(call.requestBody?.content ?? {});
  const answers = Object.entries(call.responses ?? {}).map(([status, answer]) => {
    const [first] = Object.entries(answer.content ?? {});
    const type = first === undefined ? "" : typeOf(first[1].schema);
    return [element("code", {}, status), type, said(answer.description)];
  });
  return element(
    "article",
    { id },
    element("h3", {}, element("code", { class: method }, method.toUpperCase()), ` ${path}`),
    element("p", {}, said(call.description ?? call.summary)),
    ...table(
      "Parameters",
      ["Name", "In", "Type", "Meaning"],
      (call.parameters ?? []).map((each) => [
        element("code", {}, each.required === true ? `${each.name} *` : each.name),
        each.in,
        typeOf(each.schema),
        said(each.description),
      ]),
    ),
    ...table(
      "Body",
      ["Media type", "Type"],
      body.map(([media, { schema }]) => [element("code", {}, media), typeOf(schema)]),
    ),
    ...table("Answers", ["Status", "Type", "Meaning"], answers),
  );
}

function show(found: Document): void {
  const main = document.querySelector("#reference")!;
  const links: Child[] = [];
  main.replaceChildren(
    element("h1", {}, `${found.info.title} ${found.info.version}`),
    element(
      "p",
      {},
      `${found.info.summary ?? ""} The description itself is at `,
      element("a", { href: "/openapi.json" }, "/openapi.json"),
      "; calls can be tried at ",
      element("a", { href: "/docs" }, "/docs"),
      ". Names with * are required.",
    ),
  );
  for (const [tag, calls] of operations(found)) {
    main.append(element("h2", { id: `tag-${tag}` }, tag), ...calls.map(operation));
    links.push(element("a", { href: `#tag-${tag}` }, tag));
  }
  main.append(element("h2", { id: "schemas" }, "schemas"));
  for (const [name, schema] of Object.entries(found.components?.schemas ?? {})) {
    main.append(
      element(
        "article",
        { id: `schema-${name}` },
        element("h3", {}, name),
        element("p", {}, said(schema.description)),
        ...fields(schema),
      ),
    );
  }
  links.push(element("a", { href: "#schemas" }, "schemas"));
  document.querySelector("#contents")!.replaceChildren(...links);
  main.setAttribute("aria-busy", "false");
  if (location.hash !== "") document.querySelector(location.hash)?.scrollIntoView();
}

try {
  const answer = await fetch("/openapi.json");
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  show((await answer.json()) as Document);
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error);
  document
    .querySelector("#reference")!
    .replaceChildren(
      element("p", { role: "alert" }, `The description could not be read (${reason}). Reload the page.`),
    );
}
