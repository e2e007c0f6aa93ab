// The terms of an interview that has not begun: its time, what was agreed and what is watched.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Alert, Button, Group, NumberInput, Stack } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useNavigate, useParams } from "react-router";
import { keys } from "../../api/queries";
import { changeInterview, getInterview } from "../../client/sdk.gen";
import type { InterviewView } from "../../client/types.gen";
import { Back } from "../../parts/back";
import { Page } from "../../parts/page";
import { Panel } from "../../parts/panel";
import { Empty, Failed, Loading } from "../../parts/states";
import { tellDone, tellFailed } from "../../parts/tell";
import { notBegun } from "../../words/status";
import { wallClock, zoneKnown } from "../../words/time";
import { daysFault, policyOf, type Terms, UNTOUCHED } from "./terms";
import { AgreedFields, KeptFields, RuleFields } from "./terms-fields";
import { WindowFields, windowOf, windowWhole, type WindowWish } from "./window-fields";

export function Component() {
  const { id = "" } = useParams();
  const interview = useQuery({
    queryKey: keys.interview(id),
    queryFn: async ({ signal }) =>
      (await getInterview({ path: { id }, signal, throwOnError: true })).data,
  });
  return (
    <Page
      title={t`Time and terms`}
      narrow
      lead={interview.data?.candidate_name}
      above={<Back to={`/interviews/${id}`}><Trans>Interview</Trans></Back>}
    >
      {interview.isPending && <Loading rows={3} height={140} />}
      {interview.isError && (
        <Failed error={interview.error} retry={() => void interview.refetch()} />
      )}
      {interview.isSuccess &&
        (notBegun(interview.data.status) ? (
          <Editor key={interview.data.id} interview={interview.data} />
        ) : (
          <Empty title={t`Nothing to change any more`}>
            <Trans>The terms of an interview change only before it starts.</Trans>
          </Empty>
        ))}
    </Page>
  );
}

function Editor({ interview }: { interview: InterviewView }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [terms, setTerms] = useState<Terms>({ ...UNTOUCHED, agreed: interview.accommodations });
  const [start] = useState(() => windowNow(interview));
  const [wish, setWish] = useState(start);
  const [minutes, setMinutes] = useState(interview.duration_s / 60);
  const moved = JSON.stringify(wish) !== JSON.stringify(start);
  const back = `/interviews/${interview.id}`;
  const save = useMutation({
    mutationFn: () =>
      changeInterview({
        path: { id: interview.id },
        body: {
          ...(moved && { ...windowOf(wish), zone: wish.zone }),
          ...(minutes * 60 !== interview.duration_s && { duration_s: Math.round(minutes * 60) }),
          accommodations: terms.agreed,
          policy: policyOf(interview.policy, terms),
        },
        throwOnError: true,
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: keys.interviews });
      tellDone(t`The terms are saved.`);
      await navigate(back);
    },
    onError: tellFailed,
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <Stack gap="lg">
        {interview.segment > 0 && (
          <Alert color="amber" title={t`The candidate’s app has already opened the link`}>
            <Trans>It holds the terms of that moment. Save, then make a new link, so that it fetches these.</Trans>
          </Alert>
        )}
        <Panel title={t`Window`} note={t`The interview can be started between these two times.`}>
          <Stack gap="md">
            <WindowFields wish={wish} onChange={setWish} />
            <NumberInput
              label={t`Whole interview, minutes`}
              description={t`Before extra time.`}
              min={1}
              max={1440}
              maw={240}
              clampBehavior="strict"
              value={minutes}
              onChange={(value) => setMinutes(Number(value) || 1)}
            />
          </Stack>
        </Panel>
        <AgreedFields terms={terms} onChange={setTerms} />
        <RuleFields
          terms={terms}
          onChange={setTerms}
          policy={interview.policy}
          source={t`For this interview only; the paper stays as it is.`}
        />
        <KeptFields terms={terms} onChange={setTerms} policy={interview.policy} />
        <Group gap="sm">
          <Button
            type="submit"
            loading={save.isPending}
            disabled={!windowWhole(wish) || daysFault(terms.keptDays) !== undefined}
          >
            <Trans>Save</Trans>
          </Button>
          <Button component={Link} to={back} variant="subtle" color="slate">
            <Trans>Cancel</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function windowNow({ zone, opens_at, closes_at }: InterviewView): WindowWish {
  const shown = zoneKnown(zone) ? zone : "UTC";
  return {
    zone: shown,
    opens: wallClock(opens_at, shown),
    closes: wallClock(closes_at, shown),
  };
}
