// The second step of a sign-in by password: passkey, a code of the app, or a recovery code.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Anchor, Button, Stack, Text, TextInput, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { signWithPasskey } from "../../api/passkeys";
import { loginSecond } from "../../client/sdk.gen";
import type { SecondFactorRequest, SecondFactorView } from "../../client/types.gen";
import { CodeInput } from "../../parts/code-input";
import { Trouble } from "../../parts/trouble";

interface SecondProps {
  asked: SecondFactorView;
  onDone: () => void;
  onBack: () => void;
}

export function SecondStep({ asked, onDone, onBack }: SecondProps) {
  const { challenge, passkey_options: options, methods } = asked;
  const [recovering, setRecovering] = useState(!methods.includes("totp") && options === null);
  const [text, setText] = useState("");
  const send = useMutation({
    mutationFn: async (proof: Omit<SecondFactorRequest, "challenge">) =>
      loginSecond({ body: { challenge, ...proof }, throwOnError: true }),
    onSuccess: onDone,
  });
  const sign = useMutation({
    mutationFn: async (question: object) =>
      send.mutateAsync({ passkey: await signWithPasskey(question) }),
  });
  const byCode = methods.includes("totp") && !recovering;

  function submit(event: FormEvent) {
    event.preventDefault();
    sign.reset();
    send.mutate(byCode ? { code: text } : { recovery_code: text.trim() });
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <div>
          <Title order={1} size="h2">
            <Trans>One more step</Trans>
          </Title>
          <Text c="dimmed" size="sm" mt={4}>
            <Trans>The password is right. Confirm that it is you.</Trans>
          </Text>
        </div>
        <Trouble error={sign.error ?? send.error} />
        {options !== null && !recovering && (
          <Button
            size="md"
            variant={byCode ? "default" : "filled"}
            autoFocus={!byCode}
            loading={sign.isPending}
            onClick={() => sign.mutate(options)}
          >
            <Trans>Use a passkey</Trans>
          </Button>
        )}
        {byCode && <CodeInput value={text} onChange={setText} focused />}
        {recovering && (
          <TextInput
            label={t`Recovery code`}
            description={t`One of the codes that you kept; each works once.`}
            autoComplete="off"
            autoFocus
            maxLength={40}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        )}
        {(byCode || recovering) && (
          <Button
            type="submit"
            size="md"
            loading={send.isPending && !sign.isPending}
            disabled={byCode ? text.length !== 6 : text.trim().length < 16}
          >
            <Trans>Sign in</Trans>
          </Button>
        )}
        <Stack gap={6} align="center">
          {methods.includes("recovery") && (
            <Anchor
              component="button"
              type="button"
              size="sm"
              onClick={() => {
                setRecovering(!recovering);
                setText("");
                send.reset();
              }}
            >
              {recovering ? t`Go another way` : t`Use a recovery code`}
            </Anchor>
          )}
          <Anchor component="button" type="button" size="sm" onClick={onBack}>
            <Trans>Back to e-mail and password</Trans>
          </Anchor>
        </Stack>
      </Stack>
    </form>
  );
}
