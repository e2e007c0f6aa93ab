// Questions that were deleted lately, and can be put back for two weeks.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { keys } from "../../api/queries";
import { listQuestions } from "../../client/sdk.gen";
import { Panel } from "../../parts/panel";
import { moment, ownZone } from "../../words/time";
import classes from "./papers.module.css";

interface DeletedProps {
  paper: string;
  busy: boolean;
  onRestore: (question: string) => void;
}

export function Deleted({ paper, busy, onRestore }: DeletedProps) {
  const found = useQuery({
    queryKey: [...keys.paper(paper), "deleted"],
    queryFn: async ({ signal }) =>
      (
        await listQuestions({
          path: { id: paper },
          query: { deleted: true },
          signal,
          throwOnError: true,
        })
      ).data.items,
  });
  if (!found.isSuccess || found.data.length === 0) return null;
  return (
    <Panel title={t`Deleted questions`} note={t`They can be put back for two weeks.`}>
      <ul className={classes.plain}>
        {found.data.map((question) => (
          <li key={question.id}>
            <Group justify="space-between" wrap="nowrap" gap="md">
              <div className={classes.first}>
                {question.prompt.slice(0, 120)}
                {question.deleted_at !== null && (
                  <Text size="sm" c="dimmed">
                    {moment(question.deleted_at, ownZone())}
                  </Text>
                )}
              </div>
              <Button
                size="xs"
                variant="default"
                disabled={busy}
                onClick={() => onRestore(question.id)}
              >
                <Trans>Put back</Trans>
              </Button>
            </Group>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
