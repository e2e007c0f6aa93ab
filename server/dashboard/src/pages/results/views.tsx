// Views under a name: opened, kept, changed, opened by themselves, removed. One rule: a change says
// which version it is about, so that two windows of one person do not undo each other unseen.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
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
    onSuccess: (made) => tellDone(t`The view “${made.name}” is saved.`),
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
      tellUndoable(t`The view “${view.name}” is removed.`, () => {
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
            {open === null ? t`Views` : t`View: ${open.name}${moved ? t` (changed)` : ""}`}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {views.length > 0 && <Menu.Label><Trans>Your views</Trans></Menu.Label>}
          {views.map((view) => (
            <Menu.Item key={view.id} onClick={() => onOpen(view)} aria-current={view.id === open?.id || undefined}>
              {view.name}
              {view.is_default && t` · opens by itself`}
            </Menu.Item>
          ))}
          <Menu.Item onClick={() => onOpen(null)}><Trans>All results</Trans></Menu.Item>
          <Menu.Divider />
          {open !== null && moved && (
            <Menu.Item onClick={() => change.mutate({ view: open, fields: { look } })}>
              <Trans>Save the changes to “{open.name}”</Trans>
            </Menu.Item>
          )}
          <Menu.Item onClick={name}><Trans>Save as a new view…</Trans></Menu.Item>
          {open !== null && (
            <>
              <Menu.Item
                onClick={() => change.mutate({ view: open, fields: { is_default: !open.is_default } })}
              >
                {open.is_default ? t`No longer open it by itself` : t`Open it by itself`}
              </Menu.Item>
              <Menu.Item color="ember" onClick={() => remove.mutate(open)}>
                <Trans>Remove “{open.name}”</Trans>
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
      tellDone(t`The view “${made.name}” is saved.`);
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
      title={t`Save as a view`}
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      <form onSubmit={submit}>
        <Stack gap="md">
          <TextInput
            label={t`Name`}
            description={t`Only you see it. It keeps filters, order and columns.`}
            maxLength={200}
            required
            data-autofocus
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Checkbox
            label={t`Open it by itself`}
            checked={byItself}
            onChange={(event) => setByItself(event.currentTarget.checked)}
          />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
            <Button type="submit" loading={save.isPending} disabled={name.trim() === ""}>
              <Trans>Save</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
