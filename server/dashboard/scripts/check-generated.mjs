// Generates the client into a temporary folder and compares it with src/client: a difference
// means that openapi.json changed and `npm run generate` was not run.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";

const fresh = mkdtempSync(join(tmpdir(), "invigil-client-"));

function files(folder) {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => relative(folder, path))
    .sort();
}

try {
  for (const script of ["node_modules/@hey-api/openapi-ts/bin/run.js", "scripts/limits.mjs"]) {
    execFileSync(process.execPath, [script], {
      env: { ...process.env, INVIGIL_CLIENT_OUT: fresh },
      stdio: ["ignore", "ignore", "inherit"],
    });
  }
  const names = [...new Set([...files(fresh), ...files("src/client")])].sort();
  const differing = names.filter((name) => {
    try {
      return (
        readFileSync(join(fresh, name), "utf8") !== readFileSync(join("src/client", name), "utf8")
      );
    } catch {
      return true;
    }
  });
  if (differing.length > 0) {
    console.error(`src/client is not what openapi.json gives: ${differing.join(", ")}`);
    console.error("Run `npm run generate` and commit the result.");
    process.exitCode = 1;
  }
} finally {
  rmSync(fresh, { recursive: true, force: true });
}
