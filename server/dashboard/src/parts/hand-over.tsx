// Handing something over, or everything of a colleague: to whom, and a press to confirm.
import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Alert, Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { explain } from "../api/refusal";
import type { HandedOver, RecipientBody } from "../client/types.gen";
import { HolderPicker, recipient } from "./holder-picker";
import { tellDone } from "./tell";
import { listed } from "../words/numbers";

interface HandOverProps {
  opened: boolean;
  onClose: () => void;
  title: string;
  what: string;
  except?: readonly string[];
  give: (to: RecipientBody) => Promise<HandedOver>;
  /** Leaves a page that one may not see any longer. */
  leave?: () => void | Promise<void>;
}

export function HandOver({ opened, onClose, title, what, except, give, leave }: HandOverProps) {
  const queries = useQueryClient();
  const [to, setTo] = useState<string | null>(null);
  const order = useMutation({
    mutationFn: give,
    onSuccess: async (done) => {
      // A page that is left is not read again: what it shows may be somebody else's now.
      await queries.invalidateQueries({ refetchType: leave === undefined ? "active" : "none" });
      await leave?.();
      tellDone(t`Handed over: ${counted(done)}.`);
      close();
    },
  });
  const refused = order.error === null ? null : explain(order.error);

  function close() {
    setTo(null);
    order.reset();
    onClose();
  }

  return (
    <Modal
      opened={opened}
      onClose={close}
      title={title}
      size="lg"
      centered
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      <Stack gap="md">
        <Text>{what}</Text>
        {refused !== null && (
          <Alert color="ember" role="alert" title={refused.title}>
            {refused.detail}
          </Alert>
        )}
        <HolderPicker label={t`New owner`} value={to} onChange={setTo} except={except} />
        <Group gap="sm" justify="flex-end">
          <Button variant="default" onClick={close}>
            <Trans>Keep it as it is</Trans>
          </Button>
          <Button
            disabled={to === null}
            loading={order.isPending}
            onClick={() => to !== null && order.mutate(recipient(to))}
          >
            <Trans>Hand over</Trans>
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function counted({ papers, interviews }: HandedOver): string {
  const parts = [
    plural(papers, { one: "# paper", other: "# papers" }),
    plural(interviews, { one: "# interview", other: "# interviews" }),
  ];
  return listed(parts);
}
