// What a check of a candidate's computer found, in words. One rule: unknown is never shown as good,
// and a probe or outcome that this version does not know is shown by its own name.
import { t } from "@lingui/core/macro";
import type { ReadinessLine } from "../client/types.gen";
import { plain, type Tone } from "./status";
import { listed } from "./numbers";

interface Words {
  label: string;
  tone: Tone;
}

const OUTCOMES: Record<string, Words> = {
  ok: { label: t`Ready`, tone: "moss" },
  violation: { label: t`Failed`, tone: "ember" },
  unknown: { label: t`Unknown`, tone: "amber" },
};

const PROBES: Record<string, string> = {
  network: t`Network`,
  clock: t`Clock`,
  disk: t`Disk`,
  programs: t`Other programs`,
  models: t`Models`,
  camera: t`Camera`,
  light: t`Light`,
  microphone: t`Microphone`,
  speakers: t`Speakers`,
  pace: t`Speed`,
};

/** How a report, or one of its lines, came out. */
export function outcomeWords(outcome: string): Words {
  return OUTCOMES[outcome] ?? { label: plain(outcome), tone: "slate" };
}

/** The same of one line: a line is fine, a computer is ready. */
export function lineWords(outcome: string): Words {
  return outcome === "ok" ? { label: t`OK`, tone: "moss" } : outcomeWords(outcome);
}

/** What was tried. */
export function probeWords(probe: string): string {
  return PROBES[probe] ?? plain(probe);
}

/** What needs somebody: failed things first, then what could not be told. */
export function careWords(lines: readonly ReadinessLine[]): string {
  const named = (outcome: string) =>
    lines.filter((line) => line.outcome === outcome).map((line) => probeWords(line.probe));
  const failed = named("violation");
  const unknown = named("unknown");
  const parts = [];
  if (failed.length > 0) parts.push(t`Failed: ${listed(failed)}`);
  if (unknown.length > 0) parts.push(t`Unknown: ${listed(unknown)}`);
  return parts.join(". ");
}
