// Asks once more who is here, before something that cannot be undone; then the request goes on.
import { Alert, Button, Group, Modal, PasswordInput, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useEffect, useState } from "react";
import { explain } from "../api/refusal";
import { whenProofNeeded } from "../api/transport";
import { stepUp } from "../client/sdk.gen";

/** Tells the request that waits whether the proof was given. */
type Settle = (proved: boolean) => void;

export function StepUpDialog() {
  const [settle, setSettle] = useState<Settle | null>(null);

  useEffect(() => {
    whenProofNeeded(() => new Promise((resolve) => setSettle(() => resolve)));
    return () => whenProofNeeded(() => Promise.resolve(false));
  }, []);

  function end(proved: boolean) {
    settle?.(proved);
    setSettle(null);
  }

  return (
    <Modal
      opened={settle !== null}
      onClose={() => end(false)}
      title="Is it you?"
      centered
      zIndex={400}
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <Proof onProved={() => end(true)} onCancel={() => end(false)} />
    </Modal>
  );
}

function Proof({ onProved, onCancel }: { onProved: () => void; onCancel: () => void }) {
  const [password, setPassword] = useState("");
  const prove = useMutation({
    mutationFn: () => stepUp({ body: { password }, throwOnError: true }),
    onSuccess: onProved,
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    // Dialogs open inside forms of pages: theirs must not be sent with it.
    event.stopPropagation();
    prove.mutate();
  }

  const failure = prove.isError ? explain(prove.error) : null;
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <Text>This reaches far or cannot be undone. Confirm that it is you; it lasts five minutes.</Text>
        {failure !== null && (
          <Alert color="ember" role="alert" title={failure.title}>
            {failure.detail}
          </Alert>
        )}
        <PasswordInput
          label="Your password"
          autoComplete="current-password"
          data-autofocus
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Group gap="sm" justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
          <Button type="submit" loading={prove.isPending} disabled={password === ""}>
            Confirm
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
