// The invite link, shown once: no page shows it again.
import { Alert, Stack, Text } from "@mantine/core";
import { CopyField } from "../../parts/copy";

interface InviteLinkProps {
  url: string;
  name: string;
  mailed: boolean;
}

export function InviteLink({ url, name, mailed }: InviteLinkProps) {
  return (
    <Alert color="moss" title={`The link for ${name}`}>
      <Stack gap="sm">
        <Text size="sm">
          {mailed
            ? "It is on its way to the candidate by mail. You can also copy it now; it is shown only this once."
            : "Copy it now and send it to the candidate. It is shown only this once."}{" "}
          You can make a new one at any time before the interview starts, and the old one then stops
          working.
        </Text>
        <CopyField label="Invite link" value={url} />
      </Stack>
    </Alert>
  );
}
