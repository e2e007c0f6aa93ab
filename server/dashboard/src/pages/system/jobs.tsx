// Background work: how each queue is doing, and a second chance for jobs that failed three times.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Badge, Button, Group, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { listJobs, retryJob } from "../../client/sdk.gen";
import { Panel } from "../../parts/panel";
import { Failed, Loading } from "../../parts/states";
import { tellDone, tellFailed } from "../../parts/tell";
import { moment, ownZone } from "../../words/time";
import classes from "./system.module.css";

const KEY = ["jobs"];

export function JobsPanel() {
  const queries = useQueryClient();
  const jobs = useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }) => (await listJobs({ signal, throwOnError: true })).data,
    refetchInterval: 10_000,
  });
  const retry = useMutation({
    mutationFn: (job: number) => retryJob({ path: { job }, throwOnError: true }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: KEY });
      tellDone(t`It is tried again.`);
    },
    onError: tellFailed,
  });
  const dead = jobs.data?.items.filter((job) => job.state === "dead") ?? [];
  return (
    <Panel title={t`Background work`} note={t`Each queue works by itself; a job is tried three times.`}>
      {jobs.isPending && <Loading rows={2} />}
      {jobs.isError && <Failed error={jobs.error} retry={() => void jobs.refetch()} />}
      {jobs.isSuccess && (
        <>
          <Group gap="xs" mb="md">
            {jobs.data.queues.map((each) => (
              <Badge key={each.queue} color={each.dead > 0 ? "ember" : "slate"} variant="light">
                <Trans>{each.queue}: {each.waiting} waiting{each.dead > 0 ? t`, ${each.dead} failed` : ""}</Trans>
              </Badge>
            ))}
          </Group>
          {dead.length === 0 && <Text c="dimmed"><Trans>Nothing has failed.</Trans></Text>}
          <ul className={classes.list}>
            {dead.map((job) => (
              <li key={job.id} className={classes.row}>
                <div className={classes.words}>
                  <Text fw={500}>{job.topic}</Text>
                  <Text size="sm" c="dimmed">
                    <Trans>{job.last_error}, noted {moment(job.created_at, ownZone())}</Trans>
                  </Text>
                </div>
                <Button
                  size="xs"
                  variant="default"
                  aria-label={t`Try again: ${job.topic} of ${moment(job.created_at, ownZone())}`}
                  loading={retry.isPending && retry.variables === job.id}
                  onClick={() => retry.mutate(job.id)}
                >
                  <Trans>Try again</Trans>
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}
