// Handing something over, or everything of a colleague: to whom, and a press to confirm.
import { Alert, Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { explain } from "../api/refusal";
import type { HandedOver, RecipientBody } from "../client/types.gen";
import { HolderPicker, recipient } from "./holder-picker";
import { tellDone } from "./tell";

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
      tellDone(`Handed over: ${counted(done)}.`);
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
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <Stack gap="md">
        <Text>{what}</Text>
        {refused !== null && (
          <Alert color="ember" role="alert" title={refused.title}>
            {refused.detail}
          </Alert>
        )}
        <HolderPicker label="New owner" value={to} onChange={setTo} except={except} />
        <Group gap="sm" justify="flex-end">
          <Button variant="default" onClick={close}>
            Keep it as it is
          </Button>
          <Button
            disabled={to === null}
            loading={order.isPending}
            onClick={() => to !== null && order.mutate(recipient(to))}
          >
            Hand over
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function counted({ papers, interviews }: HandedOver): string {
  const parts = [
    papers === 1 ? "1 paper" : `${papers} papers`,
    interviews === 1 ? "1 interview" : `${interviews} interviews`,
  ];
  return parts.join(", ");
}
