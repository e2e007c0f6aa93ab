// The invite link, shown once: the server keeps only its digest.
import { Alert, Stack, Text } from "@mantine/core";
import { CopyField } from "../../parts/copy";

export function InviteLink({ url, name }: { url: string; name: string }) {
  return (
    <Alert color="moss" title={`The link for ${name}`}>
      <Stack gap="sm">
        <Text size="sm">
          Copy it now and send it to the candidate. It is shown only this once; you can make a new
          one at any time before the interview starts, and the old one then stops working.
        </Text>
        <CopyField label="Invite link" value={url} />
      </Stack>
    </Alert>
  );
}
