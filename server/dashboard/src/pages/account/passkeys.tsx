// Passkeys: the list, a new one, another name, and away with one.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { makePasskey, passkeysHere } from "../../api/passkeys";
import { keys } from "../../api/queries";
import { addPasskey, askForNewPasskey, removePasskey, renamePasskey } from "../../client/sdk.gen";
import type { FactorsView, PasskeyView } from "../../client/types.gen";
import { Confirm } from "../../parts/confirm";
import { Panel } from "../../parts/panel";
import { tellDone, tellFailed } from "../../parts/tell";
import { browserWords } from "../../words/sign-ins";
import { moment, ownZone } from "../../words/time";
import classes from "./account.module.css";

interface PasskeysPanelProps {
  factors: FactorsView;
  onCodes: (codes: readonly string[]) => void;
}

export function PasskeysPanel({ factors, onCodes }: PasskeysPanelProps) {
  const queries = useQueryClient();
  const [naming, setNaming] = useState<PasskeyView | null>(null);
  const [removing, setRemoving] = useState<PasskeyView | null>(null);
  const fresh = () => queries.invalidateQueries({ queryKey: keys.factors });
  const add = useMutation({
    mutationFn: async () => {
      const { challenge, options } = (await askForNewPasskey({ throwOnError: true })).data;
      const made = await makePasskey(options);
      const body = { challenge, name: browserWords(navigator.userAgent), ...made };
      return (await addPasskey({ body, throwOnError: true })).data;
    },
    onSuccess: async ({ recovery_codes: codes }) => {
      await fresh();
      if (codes.length > 0) onCodes(codes);
      else tellDone(t`The passkey is registered.`);
    },
    onError: tellFailed,
  });
  const remove = useMutation({
    mutationFn: (id: string) => removePasskey({ path: { id }, throwOnError: true }),
    onSuccess: async () => {
      await fresh();
      setRemoving(null);
    },
    onError: tellFailed,
  });
  const possible = factors.passkeys_possible && passkeysHere();
  return (
    <Panel
      title={t`Passkeys`}
      note={t`Finger, face or PIN of a device. The password alone opens nothing then.`}
      aside={
        possible && (
          <Button loading={add.isPending} onClick={() => add.mutate()}>
            <Trans>Add a passkey</Trans>
          </Button>
        )
      }
    >
      {!possible && (
        <Text size="sm">
          <Trans>Passkeys need this server’s host name and a browser that knows them; open it by its name.</Trans>
        </Text>
      )}
      {possible && factors.passkeys.length === 0 && <Text size="sm"><Trans>None yet.</Trans></Text>}
      <ul className={classes.list}>
        {factors.passkeys.map((passkey) => (
          <li key={passkey.id} className={classes.row}>
            <div className={classes.words}>
              <Text fw={500}>{passkey.name}</Text>
              <Text size="sm" c="dimmed">
                {passkey.used_at === null
                  ? t`Added ${moment(passkey.created_at, ownZone())}, not used yet`
                  : t`Last used ${moment(passkey.used_at, ownZone())}`}
              </Text>
            </div>
            <Group gap="xs" wrap="nowrap">
              <Button
                size="xs"
                variant="subtle"
                aria-label={t`Rename ${passkey.name}`}
                onClick={() => setNaming(passkey)}
              >
                <Trans>Rename</Trans>
              </Button>
              <Button
                size="xs"
                variant="subtle"
                color="ember"
                aria-label={t`Remove ${passkey.name}`}
                onClick={() => setRemoving(passkey)}
              >
                <Trans>Remove</Trans>
              </Button>
            </Group>
          </li>
        ))}
      </ul>
      {naming !== null && (
        <Rename
          passkey={naming}
          onClose={() => setNaming(null)}
          onDone={async () => {
            await fresh();
            setNaming(null);
          }}
        />
      )}
      <Confirm
        opened={removing !== null}
        title={t`Remove ${removing?.name ?? ""}?`}
        action={t`Remove`}
        busy={remove.isPending}
        onConfirm={() => removing !== null && remove.mutate(removing.id)}
        onClose={() => setRemoving(null)}
      >
        <Trans>It signs nobody in any more. Remove it from the device too.</Trans>
      </Confirm>
    </Panel>
  );
}

interface RenameProps {
  passkey: PasskeyView;
  onClose: () => void;
  onDone: () => Promise<void>;
}

function Rename({ passkey, onClose, onDone }: RenameProps) {
  const [name, setName] = useState(passkey.name);
  const save = useMutation({
    mutationFn: () =>
      renamePasskey({ path: { id: passkey.id }, body: { name: name.trim() }, throwOnError: true }),
    onSuccess: onDone,
    onError: tellFailed,
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    save.mutate();
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t`Rename the passkey`}
      centered
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <TextInput
            label={t`Name`}
            maxLength={100}
            data-autofocus
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Group gap="sm" justify="flex-end">
            <Button variant="default" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
            <Button type="submit" loading={save.isPending} disabled={name.trim() === ""}>
              <Trans>Save</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
