// What can be done with a whole paper: files, a copy, putting away, deleting.
import { Button, Group, Menu, Modal, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import { keys } from "../../api/queries";
import { changePaper, deletePaper, duplicatePaper } from "../../client/sdk.gen";
import type { PaperView } from "../../client/types.gen";
import { tellDone, tellFailed } from "../../parts/tell";

const FILES = [
  { format: "xlsx", label: "Excel (.xlsx)" },
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
      tellDone("This is the copy.");
    },
    onError: tellFailed,
  });
  const archive = useMutation({
    mutationFn: (archived: boolean) =>
      changePaper({ path: { id: paper.id }, body: { archived }, throwOnError: true }),
    onSuccess: async (_, archived) => {
      await fresh();
      tellDone(archived ? "The paper is put away." : "The paper is back.");
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
          <Button variant="default">More</Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={onImport}>Add questions from a file</Menu.Item>
          <Menu.Item onClick={onDocuments}>Draft from a resume or job</Menu.Item>
          <Menu.Label>Export</Menu.Label>
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
          <Menu.Item onClick={() => copy.mutate()}>Duplicate</Menu.Item>
          <Menu.Item onClick={() => archive.mutate(!paper.archived)}>
            {paper.archived ? "Take back" : "Put away"}
          </Menu.Item>
          <Menu.Item color="ember" onClick={() => setDeleting(true)}>
            Delete
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal
        opened={deleting}
        onClose={() => setDeleting(false)}
        title="Delete this paper?"
        centered
        closeButtonProps={{ "aria-label": "Close" }}
      >
        <Text mb="lg">
          Its questions go with it, and that cannot be undone. A paper that interviews were made from
          is not deleted: put it away instead.
        </Text>
        <Group gap="sm" justify="flex-end">
          <Button variant="default" onClick={() => setDeleting(false)}>
            Keep it
          </Button>
          <Button color="ember" loading={remove.isPending} onClick={() => remove.mutate()}>
            Delete
          </Button>
        </Group>
      </Modal>
    </>
  );
}
