// What the reviewer wants to keep beside the whole interview.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Group, Stack, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { keys } from "../../api/queries";
import { changeResult } from "../../client/sdk.gen";
import { Panel } from "../../parts/panel";
import { tellDone, tellFailed } from "../../parts/tell";

export function ReviewerNote({ session, note }: { session: string; note: string }) {
  const queries = useQueryClient();
  const [draft, setDraft] = useState<string | null>(null);
  const save = useMutation({
    mutationFn: (text: string) =>
      changeResult({ path: { id: session }, body: { note: text }, throwOnError: true }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: keys.result(session) });
      setDraft(null);
      tellDone(t`The note is saved.`);
    },
    onError: tellFailed,
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    if (draft !== null) save.mutate(draft.trim());
  }

  return (
    <Panel title={t`Reviewer’s note`} note={t`For colleagues; the candidate does not see it here.`}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Textarea
            aria-label={t`Reviewer’s note`}
            autosize
            minRows={4}
            maxRows={14}
            maxLength={10_000}
            value={draft ?? note}
            onChange={(event) => setDraft(event.currentTarget.value)}
          />
          {draft !== null && draft !== note && (
            <Group gap="xs">
              <Button type="submit" size="xs" loading={save.isPending}>
                <Trans>Save note</Trans>
              </Button>
              <Button size="xs" variant="subtle" color="slate" onClick={() => setDraft(null)}>
                <Trans>Discard</Trans>
              </Button>
            </Group>
          )}
        </Stack>
      </form>
    </Panel>
  );
}
