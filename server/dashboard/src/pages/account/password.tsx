// Another password, and what becomes of the other browsers.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Group, PasswordInput, Stack } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { keys } from "../../api/queries";
import { useSession } from "../../api/session";
import { changePassword } from "../../client/sdk.gen";
import { Panel } from "../../parts/panel";
import { tellDone } from "../../parts/tell";
import { Trouble } from "../../parts/trouble";
import classes from "./account.module.css";

const LEAST = 12;

export function PasswordPanel() {
  const queries = useQueryClient();
  const { person } = useSession();
  const [current, setCurrent] = useState("");
  const [wanted, setWanted] = useState("");
  const save = useMutation({
    mutationFn: () => changePassword({ body: { current, new: wanted }, throwOnError: true }),
    onSuccess: async () => {
      setCurrent("");
      setWanted("");
      await queries.invalidateQueries({ queryKey: keys.signIns });
      tellDone(t`The password is changed; every other browser is signed out.`);
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    save.mutate();
  }

  return (
    <Panel title={t`Password`} note={t`A new one signs out every other browser.`}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md" className={classes.fields}>
          {/* So that a password store knows whose password it changes. */}
          <input type="email" autoComplete="username" value={person?.email ?? ""} readOnly hidden />
          <Trouble error={save.error} />
          <PasswordInput
            label={t`Current password`}
            autoComplete="current-password"
            maxLength={200}
            value={current}
            onChange={(event) => setCurrent(event.currentTarget.value)}
          />
          <PasswordInput
            label={t`New password`}
            description={t`At least ${LEAST} characters.`}
            autoComplete="new-password"
            maxLength={200}
            value={wanted}
            onChange={(event) => setWanted(event.currentTarget.value)}
          />
          <Group>
            <Button
              type="submit"
              variant="default"
              loading={save.isPending}
              disabled={current === "" || wanted.length < LEAST}
            >
              <Trans>Change password</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}
