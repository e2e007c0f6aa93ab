// What each detector had to go on, so that a signal is read beside its stated error.
import { t } from "@lingui/core/macro";
import { Badge } from "@mantine/core";
import { Panel } from "../../parts/panel";
import type { Seen } from "./sight";
import classes from "./sight.module.css";

const STATES: Record<Seen["state"], { label: string; color: string } | null> = {
  good: null,
  limited: { label: t`Limited`, color: "amber" },
  off: { label: t`Off`, color: "slate" },
};

export function HowWellSeen({ facts }: { facts: readonly Seen[] }) {
  return (
    <Panel
      title={t`How well we could see`}
      note={t`What each detector had to go on. A limit says nothing about the candidate.`}
    >
      <dl className={classes.facts}>
        {facts.map(({ name, state, value, words }) => {
          const badge = STATES[state];
          return (
            <div key={name}>
              <dt>{name}</dt>
              <dd className={classes.value}>
                {value}
                {badge !== null && <Badge color={badge.color}>{badge.label}</Badge>}
              </dd>
              <dd className={classes.words}>
                {words.map((sentence) => (
                  <span key={sentence}>{sentence} </span>
                ))}
              </dd>
            </div>
          );
        })}
      </dl>
    </Panel>
  );
}
