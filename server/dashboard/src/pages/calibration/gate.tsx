// Which language model may score: the set it is held to, how each one did, and who let one through.
// One rule: where nothing stands behind a score, this says so first.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import {
  Alert,
  Badge,
  Button,
  FileInput,
  Group,
  Modal,
  Select,
  Stack,
  Table,
  Text,
  Textarea,
  TextInput,
} from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { keys } from "../../api/queries";
import { useSession } from "../../api/session";
import {
  beginTrial,
  chooseSet,
  deleteSet,
  getGate,
  keepDecided,
  keepSet,
  letThrough,
} from "../../client/sdk.gen";
import type { GateView, CalibrationSetView, GraderTrialView } from "../../client/types.gen";
import { Confirm } from "../../parts/confirm";
import { Panel } from "../../parts/panel";
import { Failed, Loading } from "../../parts/states";
import { ListTable, TwoLines } from "../../parts/table";
import { tellDone, tellFailed } from "../../parts/tell";
import { Trouble } from "../../parts/trouble";
import { moment, ownZone } from "../../words/time";
import { Alike } from "./alike";
import { figure, gateWords, judgements, signed, trialWords } from "./words";

const asked = { throwOnError: true } as const;
/** An option as any other, so that the keyboard reaches it too. */
const NO_SET = "";

export function Gate() {
  const { person } = useSession();
  const chief = person?.role === "super_admin";
  const gate = useQuery({
    queryKey: keys.gate,
    queryFn: async ({ signal }) => (await getGate({ signal, ...asked })).data,
    refetchInterval: ({ state }) =>
      state.data?.trials.some((one) => one.state === "running") ? 3000 : false,
  });
  return (
    <Panel
      title={t`The gate`}
      note={t`A changed model or prompt scores only after it was measured on your calibration set and is not worse than what scored before.`}
    >
      {gate.isPending && <Loading rows={2} />}
      {gate.isError && <Failed error={gate.error} retry={() => void gate.refetch()} />}
      {gate.isSuccess && <Standing gate={gate.data} chief={chief} />}
    </Panel>
  );
}

function Standing({ gate, chief }: { gate: GateView; chief: boolean }) {
  const said = gateWords(gate);
  return (
    <Stack gap="lg">
      <Alert color={said.tone} title={said.title}>
        {said.words}
      </Alert>
      {chief ? <Choice gate={gate} /> : <Held gate={gate} />}
      {gate.trials.length > 0 && <Trials trials={gate.trials} chief={chief} />}
      {chief && <NewSet />}
    </Stack>
  );
}

function Held({ gate }: { gate: GateView }) {
  const used = gate.sets.find((one) => one.in_use);
  if (used === undefined) return null;
  return (
    <Text size="sm" c="dimmed">
      <Trans>Held to “{used.name}”: {sizeWords(used)}. A super admin changes it.</Trans>
    </Text>
  );
}

function sizeWords({ answers, questions }: CalibrationSetView): string {
  return t`${answers} answers to ${questions} questions`;
}

function useChange(said: string) {
  const queries = useQueryClient();
  return {
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: keys.gate });
      tellDone(said);
    },
    onError: tellFailed,
  };
}

function Choice({ gate }: { gate: GateView }) {
  const used = gate.sets.find((one) => one.in_use);
  const choose = useMutation({
    mutationFn: (set: string | null) => chooseSet({ ...asked, body: { set } }),
    ...useChange(t`The choice is kept.`),
  });
  const measure = useMutation({
    mutationFn: () => beginTrial(asked),
    ...useChange(t`The model is being measured.`),
  });
  const running = gate.trials.some((one) => one.state === "running");
  if (gate.sets.length === 0) return null;
  return (
    <Group align="flex-end" gap="sm">
      <Select
        label={t`Calibration set in use`}
        allowDeselect={false}
        flex="1 1 280px"
        maw={460}
        disabled={choose.isPending}
        value={used?.id ?? NO_SET}
        data={[
          { value: NO_SET, label: t`None: scores are not calibrated` },
          ...gate.sets.map((one) => ({ value: one.id, label: `${one.name} (${sizeWords(one)})` })),
        ]}
        onChange={(set) => choose.mutate(set === NO_SET ? null : set)}
      />
      <Button
        loading={measure.isPending}
        disabled={used === undefined || gate.model === "" || running}
        onClick={() => measure.mutate()}
      >
        {gate.model === "" ? t`Measure the model` : t`Measure ${gate.model}`}
      </Button>
      {gate.sets.some((one) => !one.in_use) && <Remove sets={gate.sets.filter((one) => !one.in_use)} />}
    </Group>
  );
}

function Remove({ sets }: { sets: CalibrationSetView[] }) {
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const change = useChange(t`The set is deleted.`);
  const remove = useMutation({
    mutationFn: (id: string) => deleteSet({ ...asked, path: { id } }),
    ...change,
    onSettled: close,
  });
  function close() {
    setOpen(false);
    setChosen(null);
  }
  return (
    <>
      <Button variant="subtle" color="slate" onClick={() => setOpen(true)}>
        <Trans>Delete a set</Trans>
      </Button>
      <Confirm
        opened={open}
        title={t`Delete a calibration set?`}
        action={t`Delete it`}
        busy={remove.isPending}
        ready={chosen !== null}
        onConfirm={() => chosen !== null && remove.mutate(chosen)}
        onClose={close}
      >
        <Trans>Its answers and what models reached on it are deleted for good. Scores stay.</Trans>
        <Select
          mt="sm"
          label={t`Set`}
          placeholder={t`Choose one`}
          value={chosen}
          data={sets.map((one) => ({ value: one.id, label: one.name }))}
          onChange={setChosen}
        />
      </Confirm>
    </>
  );
}

function Trials({ trials, chief }: { trials: GraderTrialView[]; chief: boolean }) {
  const [open, setOpen] = useState<GraderTrialView | null>(null);
  const compared = trials.find((one) => one.alike.length > 0);
  return (
    <>
      <ListTable label={t`Models measured`} heads={[t`Model`, t`Outcome`, t`Correlation`, t`Mean error`, t`Change`]}>
        {trials.map((one) => (
          <Table.Tr key={one.id}>
            <Table.Td>
              <TwoLines
                first={one.model}
                second={t`Prompts ${one.version} · ${judgements(one.samples)} · ${moment(one.made_at, ownZone())}`}
              />
            </Table.Td>
            <Table.Td maw={320}>
              <Outcome trial={one} />
              {chief && one.state === "measured" && !one.may_score && (
                <Button size="compact-xs" variant="default" mt={6} onClick={() => setOpen(one)}>
                  <Trans>Let it through</Trans>
                </Button>
              )}
            </Table.Td>
            <Table.Td>{one.figures === null ? "–" : figure(one.figures.pearson)}</Table.Td>
            <Table.Td>{one.figures === null ? "–" : figure(one.figures.mean_error)}</Table.Td>
            <Table.Td>{one.error_change === null ? "–" : signed(one.error_change)}</Table.Td>
          </Table.Tr>
        ))}
      </ListTable>
      <Text size="sm" c="dimmed">
        <Trans>Change is the mean error minus that of what scored before, on the same answers: above 0 is worse.</Trans>
      </Text>
      {compared !== undefined && (
        <Alike
          found={compared.alike}
          grader={`${compared.model}, ${moment(compared.made_at, ownZone())}`}
        />
      )}
      {open !== null && <LetThrough trial={open} onClose={() => setOpen(null)} />}
    </>
  );
}

function Outcome({ trial }: { trial: GraderTrialView }) {
  const { label, tone, words } = trialWords(trial);
  return (
    <div>
      <Badge color={tone} miw="max-content">
        {label}
      </Badge>
      <Text size="sm" mt={4}>
        {words}
      </Text>
    </div>
  );
}

function LetThrough({ trial, onClose }: { trial: GraderTrialView; onClose: () => void }) {
  const [reason, setReason] = useState("");
  const change = useChange(t`It scores from now on, and every score says why.`);
  const pass = useMutation({
    mutationFn: () =>
      letThrough({ ...asked, path: { id: trial.id }, body: { reason: reason.trim() } }),
    onSuccess: async () => {
      await change.onSuccess();
      onClose();
    },
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    pass.mutate();
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t`Let ${trial.model} score all the same?`}
      centered
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      <form onSubmit={submit}>
        <Stack gap="md">
          <Text size="sm">{trial.words}</Text>
          <Textarea
            label={t`Reason`}
            description={t`Kept in the audit log and shown beside the model.`}
            autosize
            minRows={2}
            maxLength={2000}
            required
            data-autofocus
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Trouble error={pass.error} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
            <Button type="submit" color="ember" loading={pass.isPending} disabled={reason.trim().length < 10}>
              <Trans>Let it through</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function NewSet() {
  const queries = useQueryClient();
  const [name, setName] = useState("");
  const [file, setFile] = useState<File | null>(null);
  const keep = useMutation({
    mutationFn: (body: File | null) =>
      body === null
        ? keepDecided({ ...asked, body: { name: name.trim() } })
        : keepSet({ ...asked, body, query: { name: name.trim() } }),
    onSuccess: async () => {
      setName("");
      setFile(null);
      await queries.invalidateQueries({ queryKey: keys.gate });
      tellDone(t`The set is kept. Choose it above to hold the gate to it.`);
    },
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    keep.mutate(file);
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          <Trans>Keep a new set of at least 50 answers to 3 questions: a CSV or XLSX file with question,
          expected_answer, answer, score and max_score, or, without a file, the newest spoken and
          written answers that people have decided here. Leave names out of a file: it is kept until
          you delete it. Of decisions only the marks are kept, and what is erased is gone from the
          set.</Trans>
        </Text>
        <Group align="flex-end" gap="sm">
          <TextInput
            label={t`Name of the set`}
            flex="1 1 220px"
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <FileInput
            label={t`Graded answers`}
            placeholder={t`People’s decisions here`}
            flex="1 1 220px"
            accept=".csv,.xlsx"
            clearable
            value={file}
            onChange={setFile}
          />
          <Button
            type="submit"
            variant="default"
            loading={keep.isPending}
            disabled={name.trim() === ""}
          >
            <Trans>Keep the set</Trans>
          </Button>
        </Group>
        <Trouble error={keep.error} />
      </Stack>
    </form>
  );
}
