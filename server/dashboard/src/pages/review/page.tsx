// One interview: before it starts its invite, then what happened, what was answered, and what
// the record holds.
import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { SimpleGrid, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useParams } from "react-router";
import { GivenActions } from "../../actions/given";
import { PossibleActions } from "../../actions/possible";
import { keys } from "../../api/queries";
import { getInterview, getResult } from "../../client/sdk.gen";
import type { InterviewView } from "../../client/types.gen";
import { Back } from "../../parts/back";
import { NoShow, StatusBadge } from "../../parts/badges";
import { Owner } from "../../parts/owner";
import { Page } from "../../parts/page";
import { Panel } from "../../parts/panel";
import { Failed, Loading } from "../../parts/states";
import { agreedLines, changedLines } from "../../words/rules";
import { isOver, notBegun, pointsWords, totalWords } from "../../words/status";
import { length } from "../../words/time";
import { InviteActions } from "../interviews/invite-actions";
import { Mails } from "../interviews/mails";
import { BothWindows } from "../interviews/windows";
import { Answers } from "./answers";
import { AppBuild } from "./build";
import { ComputerCheck } from "./computer";
import { Downloads } from "./downloads";
import { FeedbackPanel } from "./feedback";
import { Kept } from "./kept";
import classes from "./page.module.css";
import { ReviewerNote } from "./note";
import { Picture } from "./pictures";
import { Lifecycle, RecordFacts } from "./record";
import { openings, type Review } from "./review";
import { sightOf, statedError } from "./sight";
import { HowWellSeen } from "./sight-panel";
import { Signals } from "./signals";

/** How often a running interview is read again, in milliseconds. */
const FOLLOW_EVERY = 5000;

export function Component() {
  const { id = "" } = useParams();
  const interview = useQuery({
    queryKey: keys.interview(id),
    queryFn: async ({ signal }) =>
      (await getInterview({ path: { id }, signal, throwOnError: true })).data,
    refetchInterval: ({ state }) =>
      state.data !== undefined && !isOver(state.data.status) ? FOLLOW_EVERY : false,
  });
  const review = useQuery({
    queryKey: keys.result(id),
    queryFn: async ({ signal }) =>
      (await getResult({ path: { id }, signal, throwOnError: true })).data,
    refetchInterval: ({ state }) =>
      state.data !== undefined && !isOver(state.data.interview.status) ? FOLLOW_EVERY : false,
  });

  if (interview.isPending || interview.isError) {
    return (
      <Page title={t`Interview`} above={<Back to="/interviews"><Trans>Interviews</Trans></Back>}>
        {interview.isPending ? (
          <Loading rows={4} height={110} />
        ) : (
          <Failed error={interview.error} retry={() => void interview.refetch()} />
        )}
      </Page>
    );
  }
  const { data } = interview;
  const before = notBegun(data.status);
  return (
    <Page
      title={data.candidate_name}
      above={<Back to="/interviews"><Trans>Interviews</Trans></Back>}
      lead={
        <span className={classes.lead}>
          <StatusBadge status={data.status} />
          {data.no_show && <NoShow />}
          <span>{t`${data.title}, version ${data.paper_version}`}</span>
          <span>{data.candidate_email}</span>
        </span>
      }
      actions={
        <>
          <Owner kind="interview" id={data.id} />
          {before ? (
            <InviteActions interview={data} />
          ) : (
            <>
              <PossibleActions session={id} name={data.candidate_name} status={data.status} />
              <Downloads session={data.id} />
            </>
          )}
        </>
      }
    >
      <Stack gap="lg">
        {review.isPending && <Loading rows={3} height={130} />}
        {review.isError && <Failed error={review.error} retry={() => void review.refetch()} />}
        {review.isSuccess && <Body interview={data} review={review.data} before={before} />}
      </Stack>
    </Page>
  );
}

interface BodyProps {
  interview: InterviewView;
  review: Review;
  before: boolean;
}

function Body({ interview, review, before }: BodyProps) {
  // Only then is it something to look at first.
  const changed = interview.build.standing === "changed";
  return (
    <>
      <Facts interview={interview} review={review} before={before} />
      {before && <Mails interview={interview} />}
      {changed && <AppBuild interview={interview} />}
      <ComputerCheck session={interview.id} awaited={before} />
      <GivenActions session={interview.id} />
      {!before && (
        <>
          <Signals
            session={interview.id}
            events={review.events}
            questions={openings(review)}
            lasted={lastedMs(interview)}
            stated={statedError(review.events)}
          />
          <HowWellSeen facts={sightOf({ ...review, ...interview })} />
          <Answers session={interview.id} answers={review.answers} />
        </>
      )}
      {!changed && <AppBuild interview={interview} />}
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <Lifecycle timeline={interview.timeline} />
        {before ? <Agreed interview={interview} /> : <RecordFacts review={review} />}
      </SimpleGrid>
      {!before && (
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
          <Stack gap="lg">
            <Agreed interview={interview} />
            <Kept session={interview.id} />
            {interview.mails.length > 0 && <Mails interview={interview} />}
            {review.interview.selfie_sha256 !== null && (
              <Panel title={t`Selfie`} note={t`Taken by the candidate before the interview.`}>
                <div className={classes.selfie}>
                  <Picture
                    session={interview.id}
                    sha256={review.interview.selfie_sha256}
                    alt={t`Selfie of ${interview.candidate_name}`}
                  />
                </div>
              </Panel>
            )}
          </Stack>
          <Stack gap="lg">
            <ReviewerNote session={interview.id} note={review.total.note} />
            <FeedbackPanel
              session={interview.id}
              answers={review.answers}
              over={isOver(interview.status)}
            />
          </Stack>
        </SimpleGrid>
      )}
    </>
  );
}

function Facts({ interview, review, before }: BodyProps) {
  const { total } = review;
  const opened = review.events.filter((event) => event.kind === "signal.opened");
  const high = opened.filter((event) => event.severity === "high").length;
  return (
    <dl className={classes.facts}>
      {!before && (
        <>
          <Fact
            name={t`Score`}
            note={totalWords(total.state)}
          >
            {total.points === null ? (
              <span className={classes.words}>
                {total.state === "open" ? "–" : t`For a person`}
              </span>
            ) : (
              <>
                {pointsWords(total.points)}
                <small>
                  {t` of ${total.max_marks}`}
                  {total.standard_error !== null && (
                    <span title={t`Standard error: how far the total would spread over other questions of the same kinds`}>
                      {` ± ${pointsWords(Math.round(total.standard_error * 10) / 10)}`}
                    </span>
                  )}
                </small>
              </>
            )}
          </Fact>
          <Fact
            name={t`Signals`}
            note={high === 0 ? t`none of high severity` : t`${high} of high severity`}
          >
            {opened.length}
          </Fact>
        </>
      )}
      <Fact name={t`Length`} note={lengthNote(interview)}>
        <span className={classes.words}>{length(interview.duration_s)}</span>
      </Fact>
      <div className={classes.wide}>
        <dt><Trans>Window</Trans></dt>
        <dd>
          <BothWindows {...interview} />
        </dd>
      </div>
    </dl>
  );
}

function Fact({ name, note, children }: { name: string; note: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className={classes.figure}>{children}</dd>
      <dd className={classes.note}>{note}</dd>
    </div>
  );
}

function Agreed({ interview }: { interview: InterviewView }) {
  const agreed = agreedLines(interview.accommodations);
  const changed = changedLines(interview.policy);
  return (
    <Panel title={t`Agreed with the candidate`}>
      {agreed.length === 0 ? <Text c="dimmed"><Trans>No accommodations.</Trans></Text> : <Lines lines={agreed} />}
      {changed.length > 0 && (
        <>
          <Text size="sm" c="dimmed" mt="md" mb={6}>
            <Trans>Rules of this interview that differ from the default</Trans>
          </Text>
          <Lines lines={changed} />
        </>
      )}
    </Panel>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul className={classes.agreed}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function lengthNote({ questions, accommodations }: InterviewView): string {
  const extra = accommodations.extra_time_percent ?? 0;
  const count = plural(questions.length, { one: "# question", other: "# questions" });
  return extra === 0 ? count : t`${count}, and ${extra} % extra time`;
}

function lastedMs(interview: InterviewView): number {
  if (interview.started_at === null) return 0;
  const end = interview.finished_at ?? interview.updated_at;
  return Math.max(0, Date.parse(end) - Date.parse(interview.started_at));
}
