// The dialogs of the users' page. What cannot be undone asks first.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Alert, Button, Group, Modal, Select, Stack, Text, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useState } from "react";
import { explain } from "../../api/refusal";
import { keys } from "../../api/queries";
import { changeUser, createUser, inviteUser } from "../../client/sdk.gen";
import type { InvitedView, Scope, UserRequest, UserView } from "../../client/types.gen";
import { CopyField } from "../../parts/copy";
import { tellDone } from "../../parts/tell";
import { ScopeBoxes } from "./scope-boxes";
import { ROLES, SCOPES } from "./scopes";

type Role = UserRequest["role"];
const ROLE_CHOICES = (["admin", "super_admin"] as const).map((value) => ({
  value,
  label: ROLES[value] ?? value,
}));

export function Dialog(props: {
  opened: boolean;
  onClose: () => void;
  title: string;
  error: unknown;
  children: ReactNode;
}) {
  const refused = props.error === null ? null : explain(props.error);
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={props.title}
      size="lg"
      centered
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      <Stack gap="md">
        {refused !== null && (
          <Alert color="ember" role="alert" title={refused.title}>
            {refused.detail}
          </Alert>
        )}
        {props.children}
      </Stack>
    </Modal>
  );
}

export function InviteUser({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const queries = useQueryClient();
  const [email, setEmail] = useState("");
  const [name, setName] = useState("");
  const [role, setRole] = useState<Role>("admin");
  const [scopes, setScopes] = useState<Scope[]>(SCOPES.map(({ value }) => value));
  const invite = useMutation({
    mutationFn: async () =>
      (await createUser({ body: { email, name, role, scopes }, throwOnError: true })).data,
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.users }),
  });

  function close() {
    setEmail("");
    setName("");
    invite.reset();
    onClose();
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    invite.mutate();
  }

  return (
    <Dialog opened={opened} onClose={close} title={t`Invite a colleague`} error={invite.error}>
      {invite.data !== undefined ? (
        <Invited made={invite.data} />
      ) : (
        <form onSubmit={submit} noValidate>
          <Stack gap="md">
            <TextInput
              label={t`Name`}
              required
              maxLength={200}
              data-autofocus
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <TextInput
              label={t`E-mail`}
              type="email"
              required
              maxLength={320}
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
            <Select
              label={t`Role`}
              description={t`Super admins see everything and manage accounts and teams.`}
              data={ROLE_CHOICES}
              allowDeselect={false}
              value={role}
              onChange={(value) => value !== null && setRole(value as Role)}
            />
            {role === "admin" && (
              <ScopeBoxes label={t`May do`} value={scopes} onChange={setScopes} />
            )}
            <Group gap="sm" justify="flex-end">
              <Button variant="default" onClick={close}>
                <Trans>Cancel</Trans>
              </Button>
              <Button
                type="submit"
                loading={invite.isPending}
                disabled={email.trim() === "" || name.trim() === ""}
              >
                <Trans>Invite</Trans>
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Dialog>
  );
}

function Invited({ made }: { made: InvitedView }) {
  return (
    <Alert color="moss" title={t`The link for ${made.name}`}>
      <Stack gap="sm">
        <Text size="sm">
          <Trans>{made.mailed
            ? t`It is on its way by mail. You can also copy it now; it is shown only this once.`
            : t`Copy it now and pass it on. It is shown only this once.`}{" "}
          It sets the password, once, within a week.</Trans>
        </Text>
        {made.invite_url !== null && <CopyField label={t`Link`} value={made.invite_url} />}
      </Stack>
    </Alert>
  );
}

export function EditUser({ user, onClose }: { user: UserView | null; onClose: () => void }) {
  const queries = useQueryClient();
  const [name, setName] = useState(user?.name ?? "");
  const [role, setRole] = useState<string>(user?.role ?? "admin");
  const [scopes, setScopes] = useState<Scope[]>(user?.scopes ?? []);
  const save = useMutation({
    mutationFn: async () =>
      changeUser({
        path: { id: user?.id ?? "" },
        body: {
          name,
          role: role as Role,
          ...(role === "admin" ? { scopes } : {}),
        },
        throwOnError: true,
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: keys.users });
      tellDone(t`Saved.`);
      onClose();
    },
  });
  return (
    <Dialog
      opened={user !== null}
      onClose={onClose}
      title={t`Edit ${user?.name ?? ""}`}
      error={save.error}
    >
      <TextInput
        label={t`Name`}
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Select
        label={t`Role`}
        data={[...ROLE_CHOICES, { value: "candidate", label: t`Candidate` }]}
        allowDeselect={false}
        value={role}
        onChange={(value) => value !== null && setRole(value)}
      />
      {role === "admin" && <ScopeBoxes label={t`May do`} value={scopes} onChange={setScopes} />}
      <Group gap="sm" justify="flex-end">
        <Button variant="default" onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
        <Button
          loading={save.isPending}
          disabled={name.trim() === ""}
          onClick={() => save.mutate()}
        >
          <Trans>Save</Trans>
        </Button>
      </Group>
    </Dialog>
  );
}

export function LinkFor({ user, onClose }: { user: UserView | null; onClose: () => void }) {
  const make = useMutation({
    mutationFn: async (id: string) =>
      (await inviteUser({ path: { id }, body: {}, throwOnError: true })).data,
  });

  function close() {
    make.reset();
    onClose();
  }

  return (
    <Dialog
      opened={user !== null}
      onClose={close}
      title={t`New link to set the password`}
      error={make.error}
    >
      {make.data !== undefined ? (
        <Invited made={make.data} />
      ) : (
        <>
          <Text>
            <Trans>Earlier links of {user?.name} stop working. Their password stays until they set a new
            one.</Trans>
          </Text>
          <Group gap="sm" justify="flex-end">
            <Button variant="default" onClick={close}>
              <Trans>Cancel</Trans>
            </Button>
            <Button
              loading={make.isPending}
              onClick={() => user !== null && make.mutate(user.id)}
            >
              <Trans>Make a link</Trans>
            </Button>
          </Group>
        </>
      )}
    </Dialog>
  );
}

export function Remove({ user, onClose }: { user: UserView | null; onClose: () => void }) {
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: async (chosen: UserView) =>
      changeUser({
        path: { id: chosen.id },
        body: { active: !chosen.active },
        throwOnError: true,
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: keys.users });
      close();
    },
  });

  function close() {
    change.reset();
    onClose();
  }

  const out = user?.active ?? true;
  return (
    <Dialog
      opened={user !== null}
      onClose={close}
      title={out ? t`Put ${user?.name ?? ""} out of service?` : t`Put ${user?.name ?? ""} back?`}
      error={change.error}
    >
      <Text>
        {out
          ? t`They are signed out everywhere at once, and their API tokens end for good. Hand their papers and interviews over so that somebody goes on with them.`
          : t`They can sign in again with the password they had. API tokens have to be made anew.`}
      </Text>
      <Group gap="sm" justify="flex-end">
        <Button variant="default" onClick={close}>
          <Trans>Cancel</Trans>
        </Button>
        <Button
          color={out ? "ember" : undefined}
          loading={change.isPending}
          onClick={() => user !== null && change.mutate(user)}
        >
          {out ? t`Put out of service` : t`Put back in service`}
        </Button>
      </Group>
    </Dialog>
  );
}
