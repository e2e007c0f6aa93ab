// Inviting a candidate: paper, person, window in their zone, and what was agreed with them.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import {
  Alert,
  Anchor,
  Button,
  Group,
  Select,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useNavigate } from "react-router";
import { keys } from "../../api/queries";
import { explain } from "../../api/refusal";
import { createInterview, getPaper, listPapers } from "../../client/sdk.gen";
import { Page } from "../../parts/page";
import { Panel } from "../../parts/panel";
import { Empty, Failed, Loading } from "../../parts/states";
import { instantOf, length, ownZone, wallClock, windowIn, zones } from "../../words/time";
import { ADDRESS } from "./address";
import { InviteLink } from "./invite";
import { daysFault, policyOf, UNTOUCHED } from "./terms";
import { AgreedFields, KeptFields, RuleFields } from "./terms-fields";
import { BothWindows } from "./windows";

interface Wish {
  paper: string;
  name: string;
  email: string;
  zone: string;
  opens: string;
  closes: string;
}

function firstWish(): Wish {
  const zone = ownZone();
  const hour = 3_600_000;
  const opens = Math.ceil(Date.now() / (hour / 4)) * (hour / 4);
  return {
    paper: "",
    name: "",
    email: "",
    zone,
    opens: wallClock(new Date(opens).toISOString(), zone),
    closes: wallClock(new Date(opens + 24 * hour).toISOString(), zone),
  };
}

export function Component() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [zoneNames] = useState(zones);
  const [start] = useState(firstWish);
  const [terms, setTerms] = useState(UNTOUCHED);
  const papers = useQuery({
    queryKey: [...keys.papers, "choice"],
    queryFn: async ({ signal }) =>
      (await listPapers({ query: { limit: 200 }, signal, throwOnError: true })).data,
  });
  const form = useForm<Wish>({
    initialValues: start,
    validate: {
      paper: (value) => (value === "" ? t`Choose a paper.` : null),
      name: (value) => (value.trim() === "" ? t`Write the candidate’s name.` : null),
      email: (value) => (ADDRESS.test(value.trim()) ? null : t`Write an e-mail address.`),
      opens: (value) => (value === "" ? t`Choose when the window opens.` : null),
      closes: (value, wish) =>
        value > wish.opens ? null : t`The window closes after it opens.`,
    },
  });
  const chosenPaper = form.values.paper;
  const paper = useQuery({
    queryKey: keys.paper(chosenPaper),
    queryFn: async ({ signal }) =>
      (await getPaper({ path: { id: chosenPaper }, signal, throwOnError: true })).data,
    enabled: chosenPaper !== "",
  });
  const create = useMutation({
    mutationFn: async (wish: Wish) =>
      (
        await createInterview({
          body: {
            paper_id: wish.paper,
            candidate_name: wish.name.trim(),
            candidate_email: wish.email.trim(),
            zone: wish.zone,
            opens_at: instantOf(wish.opens, wish.zone),
            closes_at: instantOf(wish.closes, wish.zone),
            accommodations: terms.agreed,
            policy: paper.data === undefined ? undefined : policyOf(paper.data.policy, terms),
          },
          throwOnError: true,
        })
      ).data,
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.interviews }),
  });

  if (create.isSuccess) {
    const made = create.data;
    return (
      <Page title={t`Invite ready`} narrow>
        <Stack gap="lg">
          <InviteLink
            url={made.invite_url ?? ""}
            name={made.candidate_name}
            mailed={made.mail_state === "queued"}
          />
          <Panel title={made.title}>
            <BothWindows {...made} />
          </Panel>
          <Group gap="sm">
            <Button component={Link} to={`/interviews/${made.id}`} variant="default">
              <Trans>Open this interview</Trans>
            </Button>
            <Button
              variant="subtle"
              color="slate"
              onClick={() => {
                create.reset();
                form.setValues({ name: "", email: "" });
                setTerms({ ...terms, agreed: {} });
              }}
            >
              <Trans>Invite another</Trans>
            </Button>
          </Group>
        </Stack>
      </Page>
    );
  }

  const { opens, closes, zone } = form.values;
  const mine = ownZone();
  const whole = opens !== "" && closes !== "" && closes > opens;
  const chosen = papers.data?.items.find((paper) => paper.id === form.values.paper);
  return (
    <Page title={t`Invite a candidate`} narrow>
      {papers.isPending && <Loading rows={4} height={72} />}
      {papers.isError && <Failed error={papers.error} retry={() => void papers.refetch()} />}
      {papers.isSuccess && papers.data.items.length === 0 && (
        <Empty
          title={t`A paper comes first`}
          action={
            <Button component={Link} to="/papers/new">
              <Trans>New paper</Trans>
            </Button>
          }
        >
          <Trans>An interview asks the questions of a paper, and there is none yet.</Trans>
        </Empty>
      )}
      {papers.isSuccess && papers.data.items.length > 0 && (
        <form noValidate onSubmit={form.onSubmit((wish) => create.mutate(wish))}>
          <Stack gap="lg">
            {create.isError && <Refused error={create.error} />}
            <Panel title={t`Interview`}>
              <Select
                label={t`Paper`}
                required
                searchable
                placeholder={t`Choose a paper`}
                description={
                  chosen === undefined
                    ? undefined
                    : t`${chosen.question_count} questions, ${length(chosen.duration_s)}`
                }
                data={papers.data.items.map((paper) => ({ value: paper.id, label: paper.title }))}
                {...form.getInputProps("paper")}
                onChange={(value) => form.setFieldValue("paper", value ?? "")}
              />
            </Panel>
            <Panel title={t`Candidate`}>
              <SimpleGrid cols={{ base: 1, sm: 2 }}>
                <TextInput label={t`Name`} required maxLength={200} {...form.getInputProps("name")} />
                <TextInput
                  label={t`E-mail`}
                  type="email"
                  required
                  maxLength={320}
                  {...form.getInputProps("email")}
                />
              </SimpleGrid>
            </Panel>
            <Panel title={t`Window`} note={t`The interview can be started between these two times.`}>
              <Stack gap="md">
                <Select
                  label={t`Candidate’s time zone`}
                  searchable
                  allowDeselect={false}
                  data={zoneNames}
                  limit={80}
                  maw={340}
                  {...form.getInputProps("zone")}
                />
                <SimpleGrid cols={{ base: 1, sm: 2 }}>
                  <TextInput
                    label={t`Opens, candidate’s time`}
                    type="datetime-local"
                    required
                    {...form.getInputProps("opens")}
                  />
                  <TextInput
                    label={t`Closes, candidate’s time`}
                    type="datetime-local"
                    required
                    {...form.getInputProps("closes")}
                  />
                </SimpleGrid>
                {whole && (
                  <Text size="sm" c="dimmed" aria-live="polite">
                    <Trans>In your zone ({mine}):{" "}
                    {windowIn(instantOf(opens, zone), instantOf(closes, zone), mine)}</Trans>
                  </Text>
                )}
              </Stack>
            </Panel>
            <AgreedFields terms={terms} onChange={setTerms} />
            {paper.isError && <Failed error={paper.error} retry={() => void paper.refetch()} />}
            {paper.isSuccess && (
              <>
                <RuleFields
                  terms={terms}
                  onChange={setTerms}
                  policy={paper.data.policy}
                  source={t`As the paper says, unless you change it for this interview.`}
                />
                <KeptFields terms={terms} onChange={setTerms} policy={paper.data.policy} />
              </>
            )}
            <Group gap="sm">
              <Button
                type="submit"
                loading={create.isPending}
                disabled={daysFault(terms.keptDays) !== undefined}
              >
                <Trans>Create invite</Trans>
              </Button>
              <Button
                variant="subtle"
                color="slate"
                disabled={create.isPending}
                onClick={() => void navigate("/interviews")}
              >
                <Trans>Cancel</Trans>
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Page>
  );
}

function Refused({ error }: { error: unknown }) {
  const { title, detail } = explain(error);
  return (
    <Alert color="ember" role="alert" title={title}>
      {detail}{" "}
      <Anchor component={Link} to="/papers" size="sm">
        <Trans>Look at the papers</Trans>
      </Anchor>
    </Alert>
  );
}
