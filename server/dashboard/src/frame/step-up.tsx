// Asks once more who is here, before something that cannot be undone; then the request goes on.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Anchor, Button, Group, Modal, PasswordInput, Stack, Text } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useEffect, useState } from "react";
import { goToOrganisation } from "../api/organisation";
import { signWithPasskey } from "../api/passkeys";
import { whenProofNeeded } from "../api/transport";
import { getStepUp, stepUp } from "../client/sdk.gen";
import type { StepUpOptionsView, StepUpRequest } from "../client/types.gen";
import { CodeInput } from "../parts/code-input";
import { Loading } from "../parts/states";
import { Trouble } from "../parts/trouble";

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
      title={t`Is it you?`}
      centered
      zIndex={400}
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      <Ask onProved={() => end(true)} onCancel={() => end(false)} />
    </Modal>
  );
}

interface ProofProps {
  onProved: () => void;
  onCancel: () => void;
}

function Ask(props: ProofProps) {
  const options = useQuery({
    queryKey: ["step-up"],
    queryFn: async () => (await getStepUp({ throwOnError: true })).data,
    gcTime: 0,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
  return (
    <Stack gap="md">
      <Text><Trans>This reaches far or cannot be undone. Confirm that it is you; it lasts five minutes.</Trans></Text>
      {options.isPending && <Loading rows={1} />}
      <Trouble error={options.error} />
      {options.isSuccess && <Proof {...props} options={options.data} />}
    </Stack>
  );
}

function Proof({ options, onProved, onCancel }: ProofProps & { options: StepUpOptionsView }) {
  const { methods, challenge, passkey_options: question } = options;
  const typed = methods.filter((method) => method === "password" || method === "totp");
  const [way, setWay] = useState(typed.at(-1));
  const [text, setText] = useState("");
  const prove = useMutation({
    mutationFn: (body: StepUpRequest) => stepUp({ body, throwOnError: true }),
    onSuccess: onProved,
  });
  const sign = useMutation({
    mutationFn: async (asked: object) =>
      prove.mutateAsync({ passkey: await signWithPasskey(asked), challenge }),
  });

  const away = useMutation({
    mutationFn: () => goToOrganisation(window.location.pathname + window.location.search, true),
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    // Dialogs open inside forms of pages: theirs must not be sent with it.
    event.stopPropagation();
    sign.reset();
    prove.mutate(way === "totp" ? { code: text } : { password: text });
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <Trouble error={away.error ?? sign.error ?? prove.error} />
        {question !== null && (
          <Button variant="default" loading={sign.isPending} onClick={() => sign.mutate(question)}>
            <Trans>Use a passkey</Trans>
          </Button>
        )}
        {methods.includes("oidc") && (
          <Button
            variant="default"
            loading={away.isPending || away.isSuccess}
            onClick={() => away.mutate()}
          >
            <Trans>Sign in at your organisation again, then repeat this</Trans>
          </Button>
        )}
        {way === "password" && (
          <PasswordInput
            label={t`Your password`}
            autoComplete="current-password"
            data-autofocus
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        )}
        {way === "totp" && <CodeInput value={text} onChange={setText} focused />}
        {typed.length === 2 && (
          <Anchor
            component="button"
            type="button"
            size="sm"
            ta="start"
            onClick={() => {
              setWay(way === "totp" ? "password" : "totp");
              setText("");
              prove.reset();
            }}
          >
            {way === "totp" ? t`Use your password instead` : t`Use a code from your app instead`}
          </Anchor>
        )}
        <Group gap="sm" justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            <Trans>Cancel</Trans>
          </Button>
          {way !== undefined && (
            <Button
              type="submit"
              loading={prove.isPending && !sign.isPending}
              disabled={way === "totp" ? text.length !== 6 : text === ""}
            >
              <Trans>Confirm</Trans>
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}
