// Where the page starts: the nonce first, because everything that adds a <style> needs it.
import "@mantine/core/styles.css";
import "@mantine/notifications/styles.css";
import "./theme/global.css";

import { setNonce } from "get-nonce";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { language } from "#spoken";
import { App } from "./app";

const nonce = document.querySelector<HTMLMetaElement>("meta[property='csp-nonce']")?.nonce ?? "";
setNonce(nonce);
document.documentElement.lang = language;

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <App nonce={nonce} />
  </StrictMode>,
);
