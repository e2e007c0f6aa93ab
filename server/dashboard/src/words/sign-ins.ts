// What a person calls the ways and places in which they are signed in.
import { t } from "@lingui/core/macro";
import { plain } from "./status";

const METHODS: Readonly<Record<string, string>> = {
  password: t`Password`,
  totp: t`Password and app code`,
  recovery: t`Password and recovery code`,
  passkey: t`Passkey`,
  oidc: t`Organisation’s sign-in`,
};

export function methodWords(method: string): string {
  return METHODS[method] ?? plain(method);
}

/* eslint-disable lingui/no-unlocalized-strings -- names, the same in every language */
/** In this order: each names itself beside the ones that it descends from. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(?:e|A|iOS)?\//u, "Edge"],
  [/\bOPR\//u, "Opera"],
  [/\bFirefox\/|\bFxiOS\//u, "Firefox"],
  [/\b(?:Headless)?Chrom(?:e|ium)\/|\bCriOS\//u, "Chrome"],
  [/\bVersion\/.*\bSafari\//u, "Safari"],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\bWindows\b/u, "Windows"],
  [/\biPhone|\biPad/u, "iOS"],
  [/\bMac OS X\b/u, "macOS"],
  [/\bAndroid\b/u, "Android"],
  [/\bCrOS\b/u, "ChromeOS"],
  [/\bLinux\b/u, "Linux"],
];
/* eslint-enable lingui/no-unlocalized-strings */

/** Such as "Firefox on Windows"; a program by its own name. */
export function browserWords(agent: string): string {
  const named = (list: typeof BROWSERS) => list.find(([sign]) => sign.test(agent))?.[1];
  const [browser, system] = [named(BROWSERS), named(SYSTEMS)];
  if (browser !== undefined && system !== undefined) return t`${browser} on ${system}`;
  return browser ?? system ?? (agent.split(/[\s/]/u)[0] || t`Unknown program`);
}
