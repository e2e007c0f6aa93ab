// On the short list or off it. One rule: what is sent names the version that was read, so that two
// people who change it at once are told; every change can be undone where it was made.
import { t } from "@lingui/core/macro";
import { Button } from "@mantine/core";
import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import { keys } from "../../api/queries";
import { Refusal } from "../../api/refusal";
import { putShortlist } from "../../client/sdk.gen";
import type { Shortlist } from "../../client/types.gen";
import { tellFailed } from "../../parts/tell";
import { tellUndoable } from "../../parts/undo";

interface ShortlistProps {
  session: string;
  called: string;
  entry: Shortlist;
}

export function ShortlistButton({ session, called, entry }: ShortlistProps) {
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: (listed: boolean) => put(session, listed, entry.version),
    onSuccess: async (made, listed) => {
      await readAgain(queries);
      tellUndoable(
        listed ? t`${called} is on the short list.` : t`${called} is off the short list.`,
        () => {
          void put(session, !listed, made.version)
            .catch(tellFailed)
            .finally(() => void readAgain(queries));
        },
      );
    },
    onError: async (error) => {
      tellFailed(error);
      if (error instanceof Refusal && error.code === "edited_meanwhile") await readAgain(queries);
    },
  });
  return (
    <Button
      size="xs"
      variant={entry.listed ? "light" : "default"}
      aria-pressed={entry.listed}
      aria-label={`${entry.listed ? t`On the short list` : t`Short list`}: ${called}`}
      loading={change.isPending}
      leftSection={<Star filled={entry.listed} />}
      onClick={() => change.mutate(!entry.listed)}
    >
      {entry.listed ? t`On the short list` : t`Short list`}
    </Button>
  );
}

async function put(session: string, listed: boolean, version: number): Promise<Shortlist> {
  return (
    await putShortlist({
      path: { id: session },
      body: { listed },
      headers: { "if-match": `"${version}"` },
      throwOnError: true,
    })
  ).data;
}

function readAgain(queries: QueryClient): Promise<void> {
  return queries.invalidateQueries({ queryKey: keys.compare });
}

function Star({ filled }: { filled: boolean }) {
  return (
    <svg width="14" height="14" viewBox="0 0 20 20" aria-hidden="true">
      <path
        d="m10 2.6 2.3 4.7 5.1.7-3.7 3.6.9 5.1-4.6-2.4-4.6 2.4.9-5.1L2.6 8l5.1-.7z"
        fill={filled ? "currentColor" : "none"}
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinejoin="round"
      />
    </svg>
  );
}
