// The authenticator app: set up by a picture or by typing, confirmed by a first code.
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
      tellDone("The authenticator app is removed.");
    },
    onError: tellFailed,
  });
  return (
    <Panel
      title="Authenticator app"
      note={
        on
          ? "Each sign-in by password asks for a code from it."
          : "A code from your phone at each sign-in: a stolen password alone opens nothing."
      }
      aside={
        on ? (
          <Button variant="default" onClick={() => setRemoving(true)}>
            Remove
          </Button>
        ) : (
          <Button loading={begin.isPending} onClick={() => begin.mutate()}>
            Set up
          </Button>
        )
      }
    >
      <Text size="sm">{on ? "Set up." : "Not set up."}</Text>
      {begin.data !== undefined && (
        <Modal
          opened
          onClose={begin.reset}
          title="Set up an authenticator app"
          size="lg"
          centered
          closeButtonProps={{ "aria-label": "Close" }}
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
        title="Remove the authenticator app?"
        action="Remove"
        busy={remove.isPending}
        onConfirm={() => remove.mutate()}
        onClose={() => setRemoving(false)}
      >
        Its codes stop working. Without another second factor the password alone opens your account.
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
        <Text>Scan this with the app on your phone, then enter the code that it shows.</Text>
        <Group gap="xl" align="flex-start" wrap="nowrap">
          <img src={draft.picture} width={200} height={200} alt="QR code with the secret below" />
          <Stack gap="md" flex={1}>
            <CopyField label="Or type this secret" value={draft.secret} />
            <Trouble error={confirm.error} />
            <CodeInput value={code} onChange={setCode} focused />
          </Stack>
        </Group>
        <Group gap="sm" justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
          <Button type="submit" loading={confirm.isPending} disabled={code.length !== 6}>
            Turn on
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
