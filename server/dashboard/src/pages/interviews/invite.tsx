// The invite link, shown once: no page shows it again.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Alert, Stack, Text } from "@mantine/core";
import { CopyField } from "../../parts/copy";

interface InviteLinkProps {
  url: string;
  name: string;
  mailed: boolean;
}

export function InviteLink({ url, name, mailed }: InviteLinkProps) {
  return (
    <Alert color="moss" title={t`The link for ${name}`}>
      <Stack gap="sm">
        <Text size="sm">
          <Trans>{mailed
            ? t`It is on its way to the candidate by mail. You can also copy it now; it is shown only this once.`
            : t`Copy it now and send it to the candidate. It is shown only this once.`}{" "}
          You can make a new one at any time before the interview starts, and the old one then stops
          working.</Trans>
        </Text>
        <CopyField label={t`Invite link`} value={url} />
      </Stack>
    </Alert>
  );
}
