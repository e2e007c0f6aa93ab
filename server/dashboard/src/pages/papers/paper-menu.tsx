// What can be done with a whole paper: files, a copy, putting away, deleting.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Group, Menu, Modal, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import { keys } from "../../api/queries";
import { changePaper, deletePaper, duplicatePaper } from "../../client/sdk.gen";
import type { PaperView } from "../../client/types.gen";
import { tellDone, tellFailed } from "../../parts/tell";

const FILES = [
  { format: "xlsx", label: t`Excel (.xlsx)` },
  { format: "csv", label: "CSV" },
  { format: "json", label: "JSON" },
] as const;

interface PaperMenuProps {
  paper: PaperView;
  onImport: () => void;
  onDocuments: () => void;
}

export function PaperMenu({ paper, onImport, onDocuments }: PaperMenuProps) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [deleting, setDeleting] = useState(false);
  const fresh = () => queries.invalidateQueries({ queryKey: keys.papers });
  const copy = useMutation({
    mutationFn: async () =>
      (await duplicatePaper({ path: { id: paper.id }, throwOnError: true })).data,
    onSuccess: async (made) => {
      await fresh();
      await navigate(`/papers/${made.id}`);
      tellDone(t`This is the copy.`);
    },
    onError: tellFailed,
  });
  const archive = useMutation({
    mutationFn: (archived: boolean) =>
      changePaper({ path: { id: paper.id }, body: { archived }, throwOnError: true }),
    onSuccess: async (_, archived) => {
      await fresh();
      tellDone(archived ? t`The paper is put away.` : t`The paper is back.`);
    },
    onError: tellFailed,
  });
  const remove = useMutation({
    mutationFn: () => deletePaper({ path: { id: paper.id }, throwOnError: true }),
    onSuccess: async () => {
      setDeleting(false);
      // The page that is left is not read again: there is nothing to read any more.
      await queries.invalidateQueries({ queryKey: keys.papers, refetchType: "none" });
      await navigate("/papers");
      queries.removeQueries({ queryKey: keys.paper(paper.id) });
    },
    onError: (error) => {
      setDeleting(false);
      tellFailed(error);
    },
  });
  return (
    <>
      <Menu position="bottom-end" width={230}>
        <Menu.Target>
          <Button variant="default"><Trans>More</Trans></Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={onImport}><Trans>Add questions from a file</Trans></Menu.Item>
          <Menu.Item onClick={onDocuments}><Trans>Draft from a resume or job</Trans></Menu.Item>
          <Menu.Label><Trans>Export</Trans></Menu.Label>
          {FILES.map(({ format, label }) => (
            <Menu.Item
              key={format}
              component="a"
              href={`/api/admin/papers/${paper.id}/export?format=${format}`}
              download
            >
              {label}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={() => copy.mutate()}><Trans>Duplicate</Trans></Menu.Item>
          <Menu.Item onClick={() => archive.mutate(!paper.archived)}>
            {paper.archived ? t`Take back` : t`Put away`}
          </Menu.Item>
          <Menu.Item color="ember" onClick={() => setDeleting(true)}>
            <Trans>Delete</Trans>
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal
        opened={deleting}
        onClose={() => setDeleting(false)}
        title={t`Delete this paper?`}
        centered
        closeButtonProps={{ "aria-label": t`Close` }}
      >
        <Text mb="lg">
          <Trans>Its questions go with it, and that cannot be undone. A paper that interviews were made from
          is not deleted: put it away instead.</Trans>
        </Text>
        <Group gap="sm" justify="flex-end">
          <Button variant="default" onClick={() => setDeleting(false)}>
            <Trans>Keep it</Trans>
          </Button>
          <Button color="ember" loading={remove.isPending} onClick={() => remove.mutate()}>
            <Trans>Delete</Trans>
          </Button>
        </Group>
      </Modal>
    </>
  );
}
