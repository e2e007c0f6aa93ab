// Whose a paper or an interview is and who else sees it; sharing it and handing it over.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Alert, Button, Group, Modal, Stack, Table, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import { explain } from "../api/refusal";
import { keys } from "../api/queries";
import {
  getInterviewAccess,
  getPaperAccess,
  handOverInterviews,
  handOverPapers,
  shareInterview,
  sharePaper,
  unshareInterview,
  unsharePaper,
} from "../client/sdk.gen";
import type { AccessView, RecipientBody } from "../client/types.gen";
import { HandOver } from "./hand-over";
import { HolderPicker, recipient } from "./holder-picker";
import { Failed, Loading } from "./states";

type Kind = "paper" | "interview";

const CALLS = {
  paper: { get: getPaperAccess, share: sharePaper, unshare: unsharePaper, give: handOverPapers },
  interview: {
    get: getInterviewAccess,
    share: shareInterview,
    unshare: unshareInterview,
    give: handOverInterviews,
  },
} as const;

const LISTS = { paper: "/papers", interview: "/interviews" } as const;

/** A button that opens the dialog. */
export function Owner({ kind, id }: { kind: Kind; id: string }) {
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const [giving, setGiving] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        <Trans>Share</Trans>
      </Button>
      <Modal
        opened={open}
        onClose={() => setOpen(false)}
        title={t`Who has it`}
        size="lg"
        centered
        closeButtonProps={{ "aria-label": t`Close` }}
      >
        <Access
          kind={kind}
          id={id}
          onGive={() => {
            setOpen(false);
            setGiving(true);
          }}
        />
      </Modal>
      <HandOver
        opened={giving}
        onClose={() => setGiving(false)}
        title={kind === "paper" ? t`Hand over this paper` : t`Hand over this interview`}
        what={
          kind === "paper"
            ? t`The new owner alone decides then who sees this paper. You keep seeing it only if it is shared with you or a team of yours.`
            : t`The new owner alone decides then who sees this interview. You keep seeing it only if it is shared with you or a team of yours.`
        }
        give={async (to: RecipientBody) =>
          (await CALLS[kind].give({ body: { ids: [id], ...to }, throwOnError: true })).data
        }
        leave={() => navigate(LISTS[kind])}
      />
    </>
  );
}

function Access({ kind, id, onGive }: { kind: Kind; id: string; onGive: () => void }) {
  const queries = useQueryClient();
  const key = keys.access(kind, id);
  const access = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) =>
      (await CALLS[kind].get({ path: { id }, signal, throwOnError: true })).data,
  });
  const again = () => queries.invalidateQueries({ queryKey: key });
  const [to, setTo] = useState<string | null>(null);
  const share = useMutation({
    mutationFn: async (value: string) =>
      CALLS[kind].share({ path: { id }, body: recipient(value), throwOnError: true }),
    onSuccess: async () => {
      setTo(null);
      await again();
    },
  });
  const unshare = useMutation({
    mutationFn: async (one: string) =>
      CALLS[kind].unshare({ path: { id, share: one }, throwOnError: true }),
    onSuccess: again,
  });
  if (access.isPending) return <Loading rows={2} />;
  if (access.isError) return <Failed error={access.error} retry={() => void access.refetch()} />;
  const failed = share.error ?? unshare.error;
  const refused = failed === null ? null : explain(failed);
  const { owner, shares, may_change: mayChange } = access.data;
  return (
    <Stack gap="md">
      <Text>
        <Trans>{owner.kind === "team" ? t`The team ` : ""}
        <strong>{owner.name}</strong> has it. Super admins see everything.</Trans>
      </Text>
      {refused !== null && (
        <Alert color="ember" role="alert" title={refused.title}>
          {refused.detail}
        </Alert>
      )}
      <Shares
        shares={shares}
        onEnd={mayChange ? (one) => unshare.mutate(one) : null}
        busy={unshare.isPending}
      />
      {mayChange && (
        <>
          <Group align="flex-end" gap="sm" wrap="nowrap">
            <Stack flex={1}>
              <HolderPicker
                label={t`Share with`}
                value={to}
                onChange={setTo}
                except={held(access.data)}
              />
            </Stack>
            <Button
              disabled={to === null}
              loading={share.isPending}
              onClick={() => to !== null && share.mutate(to)}
            >
              <Trans>Share</Trans>
            </Button>
          </Group>
          <Group justify="flex-end">
            <Button variant="default" onClick={onGive}>
              <Trans>Hand over…</Trans>
            </Button>
          </Group>
        </>
      )}
    </Stack>
  );
}

interface SharesProps {
  shares: AccessView["shares"];
  onEnd: ((share: string) => void) | null;
  busy: boolean;
}

function Shares({ shares, onEnd, busy }: SharesProps) {
  if (shares.length === 0) return <Text c="dimmed"><Trans>It is shared with nobody else.</Trans></Text>;
  return (
    <Table aria-label={t`Shared with`}>
      <Table.Tbody>
        {shares.map((share) => (
          <Table.Tr key={share.id}>
            <Table.Td>
              {share.holder.name}
              {share.holder.kind === "team" && t` (team)`}
            </Table.Td>
            <Table.Td align="right">
              {onEnd !== null && (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  disabled={busy}
                  onClick={() => onEnd(share.id)}
                  aria-label={t`Stop sharing with ${share.holder.name}`}
                >
                  <Trans>Stop sharing</Trans>
                </Button>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function held(access: AccessView): string[] {
  return [access.owner, ...access.shares.map((share) => share.holder)].map(
    (holder) => `${holder.kind === "team" ? "team" : "user"}:${holder.id}`,
  );
}
