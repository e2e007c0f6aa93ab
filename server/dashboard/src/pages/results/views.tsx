// Views under a name: opened, kept, changed, opened by themselves, removed. One rule: a change says
// which version it is about, so that two windows of one person do not undo each other unseen.
import { Button, Checkbox, Group, Menu, Modal, Stack, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { keys } from "../../api/queries";
import { changeSavedView, createSavedView, deleteSavedView } from "../../client/sdk.gen";
import type { SavedViewChange, SavedViewView } from "../../client/types.gen";
import { tellDone, tellFailed } from "../../parts/tell";
import { tellUndoable } from "../../parts/undo";
import { type Look, same, wholeLook } from "./look";

interface ViewsProps {
  views: readonly SavedViewView[];
  /** The one that was opened, null for none. */
  open: SavedViewView | null;
  look: Look;
  onOpen: (view: SavedViewView | null) => void;
}

export function Views({ views, open, look, onOpen }: ViewsProps) {
  const queries = useQueryClient();
  const [naming, { open: name, close }] = useDisclosure(false);
  const readAgain = () => queries.invalidateQueries({ queryKey: keys.savedViews });
  const change = useMutation({
    mutationFn: async ({ view, fields }: { view: SavedViewView; fields: SavedViewChange }) =>
      (
        await changeSavedView({
          path: { id: view.id },
          body: fields,
          headers: { "if-match": `"${view.version}"` },
          throwOnError: true,
        })
      ).data,
    onSuccess: (made) => tellDone(`The view “${made.name}” is saved.`),
    onError: tellFailed,
    onSettled: readAgain,
  });
  const remove = useMutation({
    mutationFn: async (view: SavedViewView) => {
      await deleteSavedView({ path: { id: view.id }, throwOnError: true });
      return view;
    },
    onSuccess: (view) => {
      onOpen(null);
      tellUndoable(`The view “${view.name}” is removed.`, () => {
        const { name: called, page, look: kept, is_default } = view;
        void createSavedView({
          body: { page, name: called, look: kept, is_default },
          throwOnError: true,
        })
          .catch(tellFailed)
          .finally(() => void readAgain());
      });
    },
    onError: tellFailed,
    onSettled: readAgain,
  });
  const moved = open !== null && !same(wholeLook(open.look), look);
  return (
    <>
      <Menu position="bottom-start" width={260}>
        <Menu.Target>
          <Button variant="default">
            {open === null ? "Views" : `View: ${open.name}${moved ? " (changed)" : ""}`}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {views.length > 0 && <Menu.Label>Your views</Menu.Label>}
          {views.map((view) => (
            <Menu.Item key={view.id} onClick={() => onOpen(view)} aria-current={view.id === open?.id || undefined}>
              {view.name}
              {view.is_default && " · opens by itself"}
            </Menu.Item>
          ))}
          <Menu.Item onClick={() => onOpen(null)}>All results</Menu.Item>
          <Menu.Divider />
          {open !== null && moved && (
            <Menu.Item onClick={() => change.mutate({ view: open, fields: { look } })}>
              Save the changes to “{open.name}”
            </Menu.Item>
          )}
          <Menu.Item onClick={name}>Save as a new view…</Menu.Item>
          {open !== null && (
            <>
              <Menu.Item
                onClick={() => change.mutate({ view: open, fields: { is_default: !open.is_default } })}
              >
                {open.is_default ? "No longer open it by itself" : "Open it by itself"}
              </Menu.Item>
              <Menu.Item color="ember" onClick={() => remove.mutate(open)}>
                Remove “{open.name}”
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      <NameDialog
        opened={naming}
        onClose={close}
        look={look}
        onMade={async (made) => {
          await readAgain();
          onOpen(made);
        }}
      />
    </>
  );
}

interface NameProps {
  opened: boolean;
  onClose: () => void;
  look: Look;
  onMade: (view: SavedViewView) => Promise<void>;
}

function NameDialog({ opened, onClose, look, onMade }: NameProps) {
  const [name, setName] = useState("");
  const [byItself, setByItself] = useState(false);
  const save = useMutation({
    mutationFn: async () =>
      (
        await createSavedView({
          body: { page: "results", name: name.trim(), look, is_default: byItself },
          throwOnError: true,
        })
      ).data,
    onSuccess: async (made) => {
      await onMade(made);
      setName("");
      setByItself(false);
      onClose();
      tellDone(`The view “${made.name}” is saved.`);
    },
    onError: tellFailed,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title="Save as a view"
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <form onSubmit={submit}>
        <Stack gap="md">
          <TextInput
            label="Name"
            description="Only you see it. It keeps filters, order and columns."
            maxLength={200}
            required
            data-autofocus
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Checkbox
            label="Open it by itself"
            checked={byItself}
            onChange={(event) => setByItself(event.currentTarget.checked)}
          />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={save.isPending} disabled={name.trim() === ""}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
