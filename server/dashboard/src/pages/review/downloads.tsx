// The report to print, and the signed record to check elsewhere.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { download } from "../../api/download";
import { tellFailed } from "../../parts/tell";

export function Downloads({ session }: { session: string }) {
  const [asking, setAsking] = useState(false);
  const report = useMutation({
    mutationFn: () => download(`/api/admin/result/${session}/report.pdf`, `report-${session}.pdf`),
    onError: tellFailed,
  });
  const record = useMutation({
    mutationFn: () => download(`/api/admin/result/${session}/record.zip`, `record-${session}.zip`),
    onError: tellFailed,
    onSuccess: () => setAsking(false),
  });
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        <Trans>Signed record</Trans>
      </Button>
      <Button loading={report.isPending} onClick={() => report.mutate()}>
        <Trans>Report as PDF</Trans>
      </Button>
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={t`Download the signed record`}
        size="lg"
        centered
        closeButtonProps={{ "aria-label": t`Close` }}
      >
        <Stack gap="md">
          <Text>
            <Trans>It holds every row as it came, the server’s signatures, pictures and recordings, and
            the key that opens them: whoever has the file can read all of it.</Trans>
          </Text>
          <Text c="dimmed" size="sm">
            <Trans>To let somebody check it without reading it, delete keys/interview.json from the archive
            first. The download is written down in the audit log.</Trans>
          </Text>
          <Group gap="sm" justify="flex-end">
            <Button variant="default" onClick={() => setAsking(false)}>
              <Trans>Do not download</Trans>
            </Button>
            <Button loading={record.isPending} onClick={() => record.mutate()}>
              <Trans>Download</Trans>
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
