// Signing in, and coming back to where one was.
import { Alert, Button, Paper, PasswordInput, Stack, Text, TextInput, Title } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useEffect, useState } from "react";
import { useNavigate, useSearchParams } from "react-router";
import { explain } from "../../api/refusal";
import { returnPath } from "../../api/session";
import { login } from "../../client/sdk.gen";
import { SchemeToggle } from "../../frame/frame";
import { Wordmark } from "../../parts/wordmark";
import classes from "./page.module.css";

export function SignInPage() {
  const [search] = useSearchParams();
  const next = search.get("next");
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const signIn = useMutation({
    mutationFn: async () => (await login({ body: { email, password }, throwOnError: true })).data,
    onSuccess: async () => {
      // Nothing of whoever was here before.
      queries.clear();
      await navigate(returnPath(next), { replace: true });
    },
  });

  useEffect(() => {
    document.title = "Sign in · Invigil";
  }, []);

  function submit(event: FormEvent) {
    event.preventDefault();
    signIn.mutate();
  }

  const failure = signIn.isError ? explain(signIn.error) : null;
  return (
    <main className={classes.page}>
      <div className={classes.corner}>
        <SchemeToggle />
      </div>
      <div className={classes.column}>
        <Wordmark size={34} />
        <Paper className={classes.card} component="form" onSubmit={submit} noValidate>
          <Stack gap="md">
            <div>
              <Title order={1} size="h2">
                Sign in
              </Title>
              <Text c="dimmed" size="sm" mt={4}>
                {next === null
                  ? "To schedule, follow and review interviews."
                  : "Sign in to go on where you were."}
              </Text>
            </div>
            {failure !== null && (
              <Alert color="ember" role="alert" title={failure.title}>
                {failure.detail}
              </Alert>
            )}
            <TextInput
              label="E-mail"
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
              label="Password"
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
              Sign in
            </Button>
          </Stack>
        </Paper>
        <Text size="sm" c="dimmed" ta="center">
          Invited to an interview? Open the link from your invitation in the Invigil app.
        </Text>
      </div>
    </main>
  );
}
