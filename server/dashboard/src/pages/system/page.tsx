// What only super admins see to: other systems that are told, and background work that failed.
import { t } from "@lingui/core/macro";
import { Stack } from "@mantine/core";
import { useSession } from "../../api/session";
import { Page } from "../../parts/page";
import { Lost } from "../lost";
import { JobsPanel } from "./jobs";
import { WebhooksPanel } from "./webhooks";

export function Component() {
  const { person } = useSession();
  if (person?.role !== "super_admin") return <Lost />;
  return (
    <Page title={t`Webhooks and background work`} narrow>
      <Stack gap="lg">
        <WebhooksPanel />
        <JobsPanel />
      </Stack>
    </Page>
  );
}
