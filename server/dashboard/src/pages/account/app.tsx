// The authenticator app: set up by a picture or by typing, confirmed by a first code.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { keys } from "../../api/queries";
import { beginTotp, confirmTotp, removeTotp } from "../../client/sdk.gen";
import type { TotpDraftView } from "../../client/types.gen";
import { CodeInput } from "../../parts/code-input";
import { Confirm } from "../../parts/confirm";
import { CopyField } from "../../parts/copy";
import { Panel } from "../../parts/panel";
import { tellDone, tellFailed } from "../../parts/tell";
import { Trouble } from "../../parts/trouble";

interface AppPanelProps {
  on: boolean;
  onCodes: (codes: readonly string[]) => void;
}

export function AppPanel({ on, onCodes }: AppPanelProps) {
  const queries = useQueryClient();
  const [removing, setRemoving] = useState(false);
  const begin = useMutation({
    mutationFn: async () => (await beginTotp({ throwOnError: true })).data,
    onError: tellFailed,
  });
  const remove = useMutation({
    mutationFn: () => removeTotp({ throwOnError: true }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: keys.factors });
      setRemoving(false);
      tellDone(t`The authenticator app is removed.`);
    },
    onError: tellFailed,
  });
  return (
    <Panel
      title={t`Authenticator app`}
      note={
        on
          ? t`Each sign-in by password asks for a code from it.`
          : t`A code from your phone at each sign-in: a stolen password alone opens nothing.`
      }
      aside={
        on ? (
          <Button variant="default" onClick={() => setRemoving(true)}>
            <Trans>Remove</Trans>
          </Button>
        ) : (
          <Button loading={begin.isPending} onClick={() => begin.mutate()}>
            <Trans>Set up</Trans>
          </Button>
        )
      }
    >
      <Text size="sm">{on ? t`Set up.` : t`Not set up.`}</Text>
      {begin.data !== undefined && (
        <Modal
          opened
          onClose={begin.reset}
          title={t`Set up an authenticator app`}
          size="lg"
          centered
          closeButtonProps={{ "aria-label": t`Close` }}
        >
          <SetUp
            draft={begin.data}
            onCancel={begin.reset}
            onDone={async (codes) => {
              await queries.invalidateQueries({ queryKey: keys.factors });
              begin.reset();
              onCodes(codes);
            }}
          />
        </Modal>
      )}
      <Confirm
        opened={removing}
        title={t`Remove the authenticator app?`}
        action={t`Remove`}
        busy={remove.isPending}
        onConfirm={() => remove.mutate()}
        onClose={() => setRemoving(false)}
      >
        <Trans>Its codes stop working. Without another second factor the password alone opens your account.</Trans>
      </Confirm>
    </Panel>
  );
}

interface SetUpProps {
  draft: TotpDraftView;
  onDone: (codes: readonly string[]) => Promise<void>;
  onCancel: () => void;
}

function SetUp({ draft, onDone, onCancel }: SetUpProps) {
  const [code, setCode] = useState("");
  const confirm = useMutation({
    mutationFn: async () => (await confirmTotp({ body: { code }, throwOnError: true })).data.codes,
    onSuccess: onDone,
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    confirm.mutate();
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <Text><Trans>Scan this with the app on your phone, then enter the code that it shows.</Trans></Text>
        <Group gap="xl" align="flex-start" wrap="nowrap">
          <img src={draft.picture} width={200} height={200} alt={t`QR code with the secret below`} />
          <Stack gap="md" flex={1}>
            <CopyField label={t`Or type this secret`} value={draft.secret} />
            <Trouble error={confirm.error} />
            <CodeInput value={code} onChange={setCode} focused />
          </Stack>
        </Group>
        <Group gap="sm" justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" loading={confirm.isPending} disabled={code.length !== 6}>
            <Trans>Turn on</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
