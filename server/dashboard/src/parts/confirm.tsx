// A question before what cannot be undone: what happens, and a button that names the deed.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";

interface ConfirmProps {
  opened: boolean;
  title: string;
  /** The deed, as the button says it. */
  action: string;
  busy: boolean;
  /** Whether there is something to confirm yet; it is where nothing has to be chosen first. */
  ready?: boolean;
  onConfirm: () => void;
  onClose: () => void;
  children: ReactNode;
}

export function Confirm({
  opened,
  title,
  action,
  busy,
  ready = true,
  onConfirm,
  onClose,
  children,
}: ConfirmProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      centered
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      <Stack gap="md">
        <Text component="div">{children}</Text>
        <Group gap="sm" justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            <Trans>Cancel</Trans>
          </Button>
          <Button color="ember" loading={busy} disabled={!ready} onClick={onConfirm}>
            {action}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
