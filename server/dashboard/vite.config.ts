// How the dashboard is built: every tag that needs a nonce carries the literal __CSP_NONCE__,
// which the server replaces in each answer; nothing is inlined, so that the policy stays strict.
import { lingui } from "@lingui/vite-plugin";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const server = process.env.INVIGIL_DEV_SERVER ?? "http://127.0.0.1:8080";

/** Where a page starts, what only the pages about the API load, and what only charts do. */
const apart = /\.html|[\\/]src[\\/]main\.tsx|swagger-ui|[\\/]src[\\/]reference[\\/]|recharts|[\\/]d3-/u;

export default defineConfig({
  // A message that cannot be read fails the build; one that a language lacks is said in English.
  plugins: [react(), lingui({ macroTransform: true, failOnCompileError: true })],
  html: { cspNonce: "__CSP_NONCE__" },
  build: {
    outDir: "dist",
    assetsInlineLimit: 0,
    sourcemap: false,
    chunkSizeWarningLimit: 1600, // kB: Swagger UI, which only /docs loads
    rolldownOptions: {
      input: ["index.html", "docs.html", "redoc.html"],
      output: {
        codeSplitting: {
          // By itself the bundler makes a file of whatever the same pages share: 65 for the first
          // page, each with a way to the server and back.
          groups: [
            { name: "start", test: /vite[\\/](?:modulepreload-polyfill|preload-helper)/u, priority: 1 },
            { name: "first", tags: ["$initial"], test: (id) => !apart.test(id) },
          ],
        },
      },
    },
  },
  server: { proxy: { "/api": { target: server, ws: true } } },
});
