// Coming back from the organisation's sign-in: hands over what it sent, once, and goes on.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Anchor, Center, Loader, Paper, Stack } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { Link, useNavigate, useSearchParams } from "react-router";
import { takeNext } from "../../api/organisation";
import { GivenUp } from "../../api/refusal";
import { finishOidc } from "../../client/sdk.gen";
import { Trouble } from "../../parts/trouble";
import { Wordmark } from "../../parts/wordmark";
import classes from "./page.module.css";

export function Component() {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [code, state] = [search.get("code"), search.get("state")];
  const finish = useQuery({
    // A query, because it runs once however often the page is drawn.
    queryKey: ["organisation", state],
    queryFn: async () => {
      if (code === null || state === null) throw new GivenUp(t`Your organisation let nobody in.`);
      await finishOidc({ body: { code, state }, throwOnError: true });
      return true;
    },
    retry: false,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });

  useEffect(() => {
    document.title = t`Sign in · Invigil`;
    if (!finish.isSuccess) return;
    queries.clear();
    void navigate(takeNext(), { replace: true });
  }, [finish.isSuccess, navigate, queries]);

  return (
    <main className={classes.page}>
      <div className={classes.column}>
        <Wordmark size={34} />
        {finish.isError ? (
          <Paper className={classes.card}>
            <Stack gap="md">
              <Trouble error={finish.error} />
              <Anchor component={Link} to="/signin" size="sm">
                <Trans>Back to the sign-in</Trans>
              </Anchor>
            </Stack>
          </Paper>
        ) : (
          <Center>
            <Loader aria-label={t`Signing in`} />
          </Center>
        )}
      </div>
    </main>
  );
}
