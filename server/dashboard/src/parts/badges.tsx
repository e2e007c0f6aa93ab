// Small words with a colour. One rule: the colour repeats what the word or the shape says.
import { Trans } from "@lingui/react/macro";
import { Badge, Text } from "@mantine/core";
import { standingWords } from "../words/build";
import { mailWords } from "../words/mail";
import { lineWords, outcomeWords } from "../words/readiness";
import { type Severity, severityRank, severityWords } from "../words/signals";
import { statusWords } from "../words/status";
import classes from "./badges.module.css";

export function StatusBadge({ status }: { status: string }) {
  const { label, tone } = statusWords(status);
  return <Badge color={tone} miw="max-content">
      {label}
    </Badge>;
}

/** How a check of a computer came out. */
export function ReadinessBadge({ outcome }: { outcome: string }) {
  return <Tinted {...outcomeWords(outcome)} />;
}

/** How one line of it came out. */
export function LineBadge({ outcome }: { outcome: string }) {
  return <Tinted {...lineWords(outcome)} />;
}

/** How far the build of a candidate's app can be believed. */
export function BuildBadge({ standing }: { standing: string }) {
  return <Tinted {...standingWords(standing)} />;
}

function Tinted({ label, tone }: { label: string; tone: string }) {
  return (
    <Badge color={tone} miw="max-content">
      {label}
    </Badge>
  );
}

/** The window passed, and nobody opened the invitation. */
export function NoShow() {
  return (
    <Badge color="slate" variant="outline" miw="max-content">
      <Trans>No show</Trans>
    </Badge>
  );
}

/** How an interview's mail stands; it stands out only where a person can still do something. */
export function MailMark({ state, open }: { state: string; open: boolean }) {
  const { label, tone } = mailWords(state);
  if (open && tone !== "slate") {
    return (
      <Badge color={tone} miw="max-content">
        {label}
      </Badge>
    );
  }
  return (
    <Text size="sm" c="dimmed" component="span">
      {!open && (state === "off" || state === "none") ? "–" : label}
    </Text>
  );
}

/** One to four filled bars: how soon to look, readable without colour. */
export function SeverityMark({ severity }: { severity: Severity }) {
  const filled = severityRank(severity) + 1;
  return (
    <svg
      className={classes.mark}
      data-severity={severity}
      width="15"
      height="12"
      viewBox="0 0 15 12"
      aria-hidden="true"
    >
      {[0, 1, 2, 3].map((bar) => (
        <rect
          key={bar}
          x={bar * 4}
          y={9 - bar * 3}
          width="2.6"
          height={3 + bar * 3}
          rx="0.8"
          className={bar < filled ? classes.on : classes.off}
        />
      ))}
    </svg>
  );
}

export function SeverityLabel({ severity }: { severity: Severity }) {
  return (
    <span className={classes.label}>
      <SeverityMark severity={severity} />
      {severityWords(severity)}
    </span>
  );
}
