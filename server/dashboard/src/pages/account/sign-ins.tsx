// Where one is signed in; what one does not know can be signed out at once.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Badge, Button, Group, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { keys } from "../../api/queries";
import { endOtherSignIns, endSignIn, listSignIns } from "../../client/sdk.gen";
import { Panel } from "../../parts/panel";
import { Failed, Loading } from "../../parts/states";
import { tellDone, tellFailed } from "../../parts/tell";
import { browserWords, methodWords } from "../../words/sign-ins";
import { moment, ownZone } from "../../words/time";
import classes from "./account.module.css";

export function SignInsPanel() {
  const queries = useQueryClient();
  const signIns = useQuery({
    queryKey: keys.signIns,
    queryFn: async ({ signal }) => (await listSignIns({ signal, throwOnError: true })).data.items,
  });
  const after = {
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: keys.signIns });
      tellDone(t`Signed out there.`);
    },
    onError: tellFailed,
  };
  const endOne = useMutation({
    mutationFn: (id: string) => endSignIn({ path: { id }, throwOnError: true }),
    ...after,
  });
  const endOthers = useMutation({
    mutationFn: () => endOtherSignIns({ throwOnError: true }),
    ...after,
  });
  const several = (signIns.data?.length ?? 0) > 1;
  return (
    <Panel
      title={t`Where you are signed in`}
      note={t`Sign out what you do not know, then change your password.`}
      aside={
        several && (
          <Button
            variant="default"
            loading={endOthers.isPending}
            onClick={() => endOthers.mutate()}
          >
            <Trans>Sign out all others</Trans>
          </Button>
        )
      }
    >
      {signIns.isPending && <Loading rows={2} />}
      {signIns.isError && <Failed error={signIns.error} retry={() => void signIns.refetch()} />}
      <ul className={classes.list}>
        {signIns.data?.map((each) => (
          <li key={each.id} className={classes.row}>
            <div className={classes.words}>
              <Group gap="xs">
                <Text fw={500}>{browserWords(each.agent)}</Text>
                {each.current && <Badge color="moss"><Trans>This browser</Trans></Badge>}
              </Group>
              <Text size="sm" c="dimmed">
                <Trans>{methodWords(each.method)}
                {each.address !== "" ? t`, from ${each.address}` : ""}, since{" "}
                {moment(each.created_at, ownZone())}</Trans>
              </Text>
            </div>
            {!each.current && (
              <Button
                size="xs"
                variant="subtle"
                color="ember"
                aria-label={t`Sign out ${browserWords(each.agent)}`}
                loading={endOne.isPending && endOne.variables === each.id}
                onClick={() => endOne.mutate(each.id)}
              >
                <Trans>Sign out</Trans>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
