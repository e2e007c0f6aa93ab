// Signing in, in one step or two, and coming back to where one was.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Paper, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useNavigate, useSearchParams } from "react-router";
import { returnPath } from "../../api/session";
import type { SecondFactorView } from "../../client/types.gen";
import { SchemeToggle } from "../../frame/frame";
import { LanguageMenu } from "../../frame/languages";
import { Wordmark } from "../../parts/wordmark";
import { FirstStep } from "./first";
import classes from "./page.module.css";
import { SecondStep } from "./second";

export function Component() {
  const [search] = useSearchParams();
  const next = search.get("next");
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [asked, setAsked] = useState<SecondFactorView | null>(null);

  useEffect(() => {
    document.title = t`Sign in · Invigil`;
  }, []);

  function enter() {
    // Nothing of whoever was here before.
    queries.clear();
    void navigate(returnPath(next), { replace: true });
  }

  return (
    <main className={classes.page}>
      <div className={classes.corner}>
        <LanguageMenu />
        <SchemeToggle />
      </div>
      <div className={classes.column}>
        <Wordmark size={34} />
        <Paper className={classes.card}>
          {asked === null ? (
            <FirstStep
              lead={
                next === null
                  ? t`To schedule, follow and review interviews.`
                  : t`Sign in to go on where you were.`
              }
              next={next}
              onDone={enter}
              onSecond={setAsked}
            />
          ) : (
            <SecondStep asked={asked} onDone={enter} onBack={() => setAsked(null)} />
          )}
        </Paper>
        <Text size="sm" c="dimmed" ta="center">
          <Trans>Invited to an interview? Open the link from your invitation in the Invigil app.</Trans>
        </Text>
      </div>
    </main>
  );
}
