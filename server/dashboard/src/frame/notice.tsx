// What everybody should know about the server itself: that maintenance is on.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Alert } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { keys } from "../api/queries";
import { getConfig } from "../client/sdk.gen";
import { moment, ownZone } from "../words/time";
import classes from "./frame.module.css";

const ASK_EVERY_MS = 60_000;

export function MaintenanceNotice() {
  const config = useQuery({
    queryKey: keys.config,
    queryFn: async ({ signal }) => (await getConfig({ signal, throwOnError: true })).data,
    refetchInterval: ASK_EVERY_MS,
  });
  const on = config.data?.maintenance ?? null;
  if (on === null) return null;
  return (
    <Alert color="amber" role="status" title={t`Maintenance is on`} className={classes.notice}>
      <Trans>Interviews that run go on to their end. Nothing new can be made or changed
      {on.until === null ? "" : t` until about ${moment(on.until, ownZone())}`}.
      {on.message !== "" ? ` ${on.message}` : ""}</Trans>
    </Alert>
  );
}
