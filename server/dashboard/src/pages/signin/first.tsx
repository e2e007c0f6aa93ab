// The first step of a sign-in: e-mail and password, or a passkey that needs neither.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Divider, PasswordInput, Stack, Text, TextInput, Title } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { goToOrganisation } from "../../api/organisation";
import { passkeysHere, signWithPasskey } from "../../api/passkeys";
import { askForPasskey, getConfig, login, loginByPasskey } from "../../client/sdk.gen";
import type { SecondFactorView } from "../../client/types.gen";
import { Trouble } from "../../parts/trouble";

interface FirstProps {
  lead: string;
  next: string | null;
  onDone: () => void;
  onSecond: (asked: SecondFactorView) => void;
}

export function FirstStep({ lead, next, onDone, onSecond }: FirstProps) {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const signIn = useMutation({
    mutationFn: async () => (await login({ body: { email, password }, throwOnError: true })).data,
    onSuccess: (answer) => ("challenge" in answer ? onSecond(answer) : onDone()),
  });
  const passkey = useMutation({
    mutationFn: async () => {
      const { challenge, options } = (await askForPasskey({ throwOnError: true })).data;
      const proof = await signWithPasskey(options);
      await loginByPasskey({ body: { challenge, passkey: proof }, throwOnError: true });
    },
    onSuccess: onDone,
  });

  const organisation = useMutation({ mutationFn: () => goToOrganisation(next, false) });
  const config = useQuery({
    queryKey: ["config"],
    queryFn: async () => (await getConfig({ throwOnError: true })).data,
    staleTime: 60_000,
  });
  // Until the server has said otherwise passwords are what most sign in with.
  const passwords = config.data?.password_login ?? true;
  const vouches = config.data?.organisation_sign_in ?? null;

  function submit(event: FormEvent) {
    event.preventDefault();
    passkey.reset();
    signIn.mutate();
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <div>
          <Title order={1} size="h2">
            <Trans>Sign in</Trans>
          </Title>
          <Text c="dimmed" size="sm" mt={4}>
            {lead}
          </Text>
        </div>
        <Trouble error={organisation.error ?? passkey.error ?? signIn.error} />
        {passwords && (
          <>
            <TextInput
              label={t`E-mail`}
              type="email"
              name="email"
              autoComplete="username"
              required
              withAsterisk={false}
              autoFocus
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
            <PasswordInput
              label={t`Password`}
              name="password"
              autoComplete="current-password"
              required
              withAsterisk={false}
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
            <Button
              type="submit"
              size="md"
              loading={signIn.isPending}
              disabled={email.trim() === "" || password === ""}
              fullWidth
              mt={4}
            >
              <Trans>Sign in</Trans>
            </Button>
          </>
        )}
        {passwords && (passkeysHere() || vouches !== null) && <Divider label={t`or`} />}
        {vouches !== null && (
          <Button
            variant={passwords ? "default" : "filled"}
            size="md"
            loading={organisation.isPending || organisation.isSuccess}
            onClick={() => organisation.mutate()}
          >
            <Trans>Sign in with {vouches}</Trans>
          </Button>
        )}
        {passkeysHere() && (
          <Button
            variant="default"
            size="md"
            loading={passkey.isPending}
            onClick={() => {
              signIn.reset();
              passkey.mutate();
            }}
          >
            <Trans>Use a passkey</Trans>
          </Button>
        )}
      </Stack>
    </form>
  );
}
