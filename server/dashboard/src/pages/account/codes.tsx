// Recovery codes: shown once, to be kept away from the phone.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Alert, Button, Code, CopyButton, Group, Modal, SimpleGrid, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { keys } from "../../api/queries";
import { renewRecoveryCodes } from "../../client/sdk.gen";
import { Confirm } from "../../parts/confirm";
import { Panel } from "../../parts/panel";
import { tellFailed } from "../../parts/tell";

interface CodesPanelProps {
  left: number;
  onCodes: (codes: readonly string[]) => void;
}

export function CodesPanel({ left, onCodes }: CodesPanelProps) {
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const renew = useMutation({
    mutationFn: async () => (await renewRecoveryCodes({ throwOnError: true })).data.codes,
    onSuccess: async (codes) => {
      await queries.invalidateQueries({ queryKey: keys.factors });
      setAsking(false);
      onCodes(codes);
    },
    onError: tellFailed,
  });
  return (
    <Panel
      title={t`Recovery codes`}
      note={t`For the day when phone and passkey are gone. Each opens one sign-in.`}
      aside={
        <Button variant="default" onClick={() => setAsking(true)}>
          <Trans>Make new ones</Trans>
        </Button>
      }
    >
      <Text size="sm">
        {left === 0 ? t`None is left: make new ones.` : t`${left} of 10 are still good.`}
      </Text>
      <Confirm
        opened={asking}
        title={t`Make new recovery codes?`}
        action={t`Make new ones`}
        busy={renew.isPending}
        onConfirm={() => renew.mutate()}
        onClose={() => setAsking(false)}
      >
        <Trans>The codes that you have now stop working.</Trans>
      </Confirm>
    </Panel>
  );
}

export function CodesDialog({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  return (
    <Modal
      opened={codes.length > 0}
      onClose={onClose}
      title={t`Keep these recovery codes`}
      centered
      closeOnClickOutside={false}
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      <Stack gap="md">
        <Alert color="amber">
          <Trans>They are shown this once. Print them or put them into a password store, not on the phone
          that they stand in for.</Trans>
        </Alert>
        <SimpleGrid cols={2} spacing="xs" verticalSpacing="xs">
          {codes.map((code) => (
            <Code key={code} block ta="center">
              {code}
            </Code>
          ))}
        </SimpleGrid>
        <Group gap="sm" justify="flex-end">
          <CopyButton value={codes.join("\n")}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {copied ? t`Copied` : t`Copy all`}
              </Button>
            )}
          </CopyButton>
          <Button onClick={onClose}><Trans>I have kept them</Trans></Button>
        </Group>
      </Stack>
    </Modal>
  );
}
