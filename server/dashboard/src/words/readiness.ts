// What a check of a candidate's computer found, in words. One rule: unknown is never shown as good,
// and a probe or outcome that this version does not know is shown by its own name.
import type { ReadinessLine } from "../client/types.gen";
import { plain, type Tone } from "./status";

interface Words {
  label: string;
  tone: Tone;
}

const OUTCOMES: Record<string, Words> = {
  ok: { label: "Ready", tone: "moss" },
  violation: { label: "Failed", tone: "ember" },
  unknown: { label: "Unknown", tone: "amber" },
};

const PROBES: Record<string, string> = {
  network: "Network",
  clock: "Clock",
  disk: "Disk",
  programs: "Other programs",
  models: "Models",
  camera: "Camera",
  light: "Light",
  microphone: "Microphone",
  speakers: "Speakers",
  pace: "Speed",
};

/** How a report, or one of its lines, came out. */
export function outcomeWords(outcome: string): Words {
  return OUTCOMES[outcome] ?? { label: plain(outcome), tone: "slate" };
}

/** The same of one line: a line is fine, a computer is ready. */
export function lineWords(outcome: string): Words {
  return outcome === "ok" ? { label: "OK", tone: "moss" } : outcomeWords(outcome);
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
  if (failed.length > 0) parts.push(`Failed: ${failed.join(", ")}`);
  if (unknown.length > 0) parts.push(`Unknown: ${unknown.join(", ")}`);
  return parts.join(". ");
}
