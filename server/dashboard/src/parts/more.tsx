// The end of a list that has more to it.
import { Trans } from "@lingui/react/macro";
import { Button, Center } from "@mantine/core";

interface MoreProps {
  there: boolean;
  busy: boolean;
  onMore: () => void;
}

export function More({ there, busy, onMore }: MoreProps) {
  if (!there) return null;
  return (
    <Center mt="md">
      <Button variant="default" loading={busy} onClick={onMore}>
        <Trans>Show more</Trans>
      </Button>
    </Center>
  );
}
