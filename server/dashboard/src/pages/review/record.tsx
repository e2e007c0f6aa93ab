// How the interview went and what its record holds: the lifecycle, and facts that can be checked.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Alert, Code, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { Panel } from "../../parts/panel";
import type { TimelineStep } from "../../client/types.gen";
import { causeWords, movedWords } from "../../words/lifecycle";
import { stepWords } from "../../words/status";
import { dateIn, moment, ownZone, timeOfDay } from "../../words/time";
import classes from "./record.module.css";
import type { Review } from "./review";

export function Lifecycle({ timeline }: { timeline: readonly TimelineStep[] }) {
  const zone = ownZone();
  const days = new Set(timeline.map((step) => dateIn(step.at, zone)));
  return (
    <Panel title={t`How it went`} note={t`Times in your zone, ${zone}`}>
      <ol className={classes.steps}>
        {timeline.map((step, index) => (
          <li key={`${step.at}-${index}`} className={classes.step}>
            <span className={classes.when}>
              {days.size > 1 ? moment(step.at, zone) : timeOfDay(step.at, zone)}
            </span>
            <span>
              {stepWords(step.status)}
              <span className={classes.rule}>
                {[step.rule && causeWords(step.rule), movedWords(step.seconds), step.reason && `“${step.reason}”`]
                  .filter(Boolean)
                  .map((each) => ` · ${each}`)
                  .join("")}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

export function RecordFacts({ review }: { review: Review }) {
  const { record } = review;
  return (
    <Panel title={t`Record`} note={t`What the server holds of the candidate’s signed record.`}>
      <dl className={classes.facts}>
        <Fact name={t`Rows`}>{record.rows}</Fact>
        <Fact name={t`Last row`}>{record.head_seq === 0 ? t`none yet` : t`no. ${record.head_seq}`}</Fact>
        <Fact name={t`Its hash`}>
          <Code className={classes.hash}>{record.head_hash}</Code>
        </Fact>
        <Fact name={t`Segments`}>{record.segments}</Fact>
        <Fact name={t`Receipts`}>{record.links}</Fact>
        <Fact name={t`Files awaited`}>{record.missing_blobs}</Fact>
        <Fact name={t`Forks`}>{record.forks}</Fact>
        <Fact name={t`Quarantined`}>{record.quarantined}</Fact>
      </dl>
      {(record.forks > 0 || record.quarantined > 0) && (
        <Alert color="amber" mt="md" title={t`A person should look`}>
          {record.forks > 0 && (
            <Text size="sm">
              <Trans>Two versions of the same row were sent. Both are kept; the first counts.</Trans>
            </Text>
          )}
          {record.quarantined > 0 && (
            <Text size="sm">
              <Trans>Some rows fit the chain, but their content could not be read. They are kept as they
              came.</Trans>
            </Text>
          )}
        </Alert>
      )}
    </Panel>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
