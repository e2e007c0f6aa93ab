// Keeps a gzip copy beside each asset that gets smaller by it: the server sends the copy as it is
// and compresses nothing itself, so that no answer with a secret is ever compressed.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { constants, gzipSync } from "node:zlib";

const folder = "dist/assets";

for (const name of readdirSync(folder)) {
  const path = join(folder, name);
  const whole = readFileSync(path);
  const small = gzipSync(whole, { level: constants.Z_BEST_COMPRESSION });
  if (small.length < whole.length * 0.9) writeFileSync(`${path}.gz`, small);
}
