// Setting a password with a link: the secret is behind the #, and goes into a body only.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Alert, Button, Paper, PasswordInput, Stack, Text, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useEffect, useState } from "react";
import { useNavigate } from "react-router";
import { explain } from "../../api/refusal";
import { setPasswordWithLink } from "../../client/sdk.gen";
import { Wordmark } from "../../parts/wordmark";
import classes from "../signin/page.module.css";

const SHORTEST = 12;

export function Component() {
  const navigate = useNavigate();
  const [token] = useState(() => window.location.hash.slice(1));
  const [password, setPassword] = useState("");
  const [again, setAgain] = useState("");
  const send = useMutation({
    mutationFn: async () => setPasswordWithLink({ body: { token, password }, throwOnError: true }),
    onSuccess: () => navigate("/signin", { replace: true }),
  });

  useEffect(() => {
    document.title = t`Set your password · Invigil`;
    // The secret does not stay in the address or in the history.
    window.history.replaceState(null, "", window.location.pathname);
  }, []);

  function submit(event: FormEvent) {
    event.preventDefault();
    send.mutate();
  }

  const refused = send.isError ? explain(send.error) : null;
  const differs = again !== "" && again !== password;
  return (
    <main className={classes.page}>
      <div className={classes.column}>
        <Wordmark size={34} />
        <Paper className={classes.card} component="form" onSubmit={submit} noValidate>
          <Stack gap="md">
            <div>
              <Title order={1} size="h2">
                <Trans>Set your password</Trans>
              </Title>
              <Text c="dimmed" size="sm" mt={4}>
                <Trans>At least {SHORTEST} characters; a sentence is easier to keep in mind than a riddle.</Trans>
              </Text>
            </div>
            {refused !== null && (
              <Alert color="ember" role="alert" title={refused.title}>
                {refused.detail}
              </Alert>
            )}
            <PasswordInput
              label={t`Password`}
              autoComplete="new-password"
              maxLength={200}
              autoFocus
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
            <PasswordInput
              label={t`The same once more`}
              autoComplete="new-password"
              maxLength={200}
              error={differs ? t`The two differ.` : undefined}
              value={again}
              onChange={(event) => setAgain(event.currentTarget.value)}
            />
            <Button
              type="submit"
              size="md"
              fullWidth
              loading={send.isPending}
              disabled={token === "" || password.length < SHORTEST || password !== again}
            >
              <Trans>Set the password</Trans>
            </Button>
          </Stack>
        </Paper>
      </div>
    </main>
  );
}
