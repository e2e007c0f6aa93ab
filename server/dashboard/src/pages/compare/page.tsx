// Two candidates of one paper side by side, question by question. Everything that is shown stands
// in the address, so that it can be gone back to and handed on.
import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Alert, Button, Group, Select, Switch, Text } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useNavigate, useParams, useSearchParams } from "react-router";
import { keys } from "../../api/queries";
import {
  getComparedAnswers,
  listComparablePapers,
  listComparedCandidates,
} from "../../client/sdk.gen";
import type { ComparedCandidate } from "../../client/types.gen";
import { Back } from "../../parts/back";
import { Page } from "../../parts/page";
import { Empty, Failed, Loading } from "../../parts/states";
import { pointsWords } from "../../words/status";
import classes from "./page.module.css";
import { firstTwo, isForPage, moved, type Pair, pairsOf, placeOf, type Side } from "./pairs";
import { SideAnswer, SideHead } from "./side";

export function Component() {
  const { paper = null } = useParams();
  const [query, setQuery] = useSearchParams();
  const navigate = useNavigate();
  const blind = query.get("blind") === "1";
  const papers = useQuery({
    queryKey: [...keys.compare, "papers"],
    queryFn: async ({ signal }) => (await listComparablePapers({ signal, throwOnError: true })).data,
  });
  const choice = papers.data?.items.filter(({ candidates }) => candidates > 0) ?? [];
  const chosen = paper ?? choice.find(({ candidates }) => candidates > 1)?.id ?? choice[0]?.id ?? null;
  return (
    <Page
      title={t`Compare`}
      above={<Back to="/results"><Trans>Results</Trans></Back>}
      lead={t`Two candidates, the same question. A person decides.`}
      actions={
        <Switch
          label={t`Blind: hide names and faces`}
          checked={blind}
          onChange={(event) => {
            const next = new URLSearchParams(query);
            if (event.currentTarget.checked) next.set("blind", "1");
            else next.delete("blind");
            setQuery(next, { replace: true });
          }}
        />
      }
    >
      {papers.isPending && <Loading rows={3} height={110} />}
      {papers.isError && <Failed error={papers.error} retry={() => void papers.refetch()} />}
      {papers.isSuccess && chosen === null && (
        <Empty title={t`Nobody to compare yet`}>
          <Trans>When two candidates have begun interviews on one paper, their answers stand here side by
          side.</Trans>
        </Empty>
      )}
      {chosen !== null && (
        <>
          <Select
            label={t`Paper`}
            mb="md"
            maw={460}
            searchable
            allowDeselect={false}
            data={choice.map((one) => ({
              value: one.id,
              label: `${one.title} (${candidatesWords(one.candidates)})`,
            }))}
            value={chosen}
            onChange={(id) => void navigate(`/compare/${id ?? ""}${blind ? "?blind=1" : ""}`)}
          />
          <Comparison key={`${chosen}-${blind}`} paper={chosen} blind={blind} />
        </>
      )}
    </Page>
  );
}

function Comparison({ paper, blind }: { paper: string; blind: boolean }) {
  const [query, setQuery] = useSearchParams();
  const candidates = useQuery({
    queryKey: [...keys.compare, "candidates", paper, blind],
    queryFn: async ({ signal }) =>
      (await listComparedCandidates({ path: { paper }, query: { blind }, signal, throwOnError: true }))
        .data,
  });
  const people = candidates.data?.items ?? [];
  const [first, second] = firstTwo(people);
  const known = (id: string | null) => people.some((one) => one.id === id);
  const wantedLeft = query.get("a");
  const wantedRight = query.get("b");
  const left = known(wantedLeft) ? wantedLeft : wantedRight === first ? second : first;
  const right = known(wantedRight) ? wantedRight : left === first ? second : first;
  const set = (changes: Record<string, string>) => {
    const next = new URLSearchParams(query);
    for (const [name, value] of Object.entries(changes)) next.set(name, value);
    setQuery(next, { replace: true });
  };
  if (candidates.isPending) return <Loading rows={3} height={110} />;
  if (candidates.isError) {
    return <Failed error={candidates.error} retry={() => void candidates.refetch()} />;
  }
  if (left === null || right === null) {
    return (
      <Empty title={t`Only one candidate so far`}>
        <Trans>A second one who begins an interview on this paper appears here beside the first.</Trans>
      </Empty>
    );
  }
  return (
    <>
      <Group gap="md" mb="md" align="end" grow preventGrowOverflow={false}>
        <Who label={t`Left`} people={people} value={left} other={right} onChange={(a) => set({ a, b: right })} />
        <Who label={t`Right`} people={people} value={right} other={left} onChange={(b) => set({ a: left, b })} />
      </Group>
      {blind && (
        <Alert color="slate" mb="md" title={t`Names and faces are hidden`}>
          <Trans>Voices and what candidates say of themselves are still there. Notes on whole interviews
          are left out.</Trans>
        </Alert>
      )}
      <Sides
        ids={[left, right]}
        blind={blind}
        wanted={query.get("q")}
        onQuestion={(source) => set({ q: source })}
      />
    </>
  );
}

interface SidesProps {
  ids: [string, string];
  blind: boolean;
  wanted: string | null;
  onQuestion: (source: string) => void;
}

function Sides({ ids, blind, wanted, onQuestion }: SidesProps) {
  const left = useSide(ids[0], blind);
  const right = useSide(ids[1], blind);
  const broken = [left, right].find(({ isError }) => isError);
  const pairs = pairsOf(left.data ?? null, right.data ?? null);
  // Kept here as well as in the address, which follows late: keys may come faster.
  const [source, setSource] = useState(wanted);
  const at = placeOf(pairs, source);
  const go = (by: number) =>
    setSource((now) => pairs[moved(placeOf(pairs, now), by, pairs.length)]?.source ?? now);
  useEffect(() => {
    if (source !== null && source !== wanted) onQuestion(source);
  }, [source, wanted, onQuestion]);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (event.key !== "ArrowRight" && event.key !== "ArrowLeft") return;
      if (!isForPage(event.target)) return;
      event.preventDefault();
      go(event.key === "ArrowRight" ? 1 : -1);
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  });
  if (broken !== undefined) {
    return <Failed error={broken.error} retry={() => void broken.refetch()} />;
  }
  if (left.data === undefined || right.data === undefined) return <Loading rows={3} height={130} />;
  const pair = pairs[at];
  return (
    <div className={classes.sheet}>
      <div className={classes.columns}>
        <SideHead side={left.data} blind={blind} />
        <SideHead side={right.data} blind={blind} />
      </div>
      {pair === undefined ? (
        <Text c="dimmed" p={24}>
          <Trans>Neither has opened a question yet.</Trans>
        </Text>
      ) : (
        <OnePair pair={pair} at={at} count={pairs.length} left={left.data} right={right.data} go={go} />
      )}
    </div>
  );
}

interface PairProps {
  pair: Pair;
  at: number;
  count: number;
  left: Side;
  right: Side;
  go: (by: number) => void;
}

function OnePair({ pair, at, count, left, right, go }: PairProps) {
  const asked = pair.left ?? pair.right;
  return (
    <section aria-labelledby="compared-question">
      <header className={classes.question}>
        <div className={classes.step}>
          <h3 id="compared-question" aria-live="polite">
            <Trans>Question {at + 1} of {count}</Trans>
          </h3>
          <Text size="sm" c="dimmed">
            {asked === null ? "" : marksWords(asked.question.marks)}
          </Text>
          <Group gap="xs" ml="auto">
            <Button size="xs" variant="default" disabled={at === 0} onClick={() => go(-1)}>
              <Trans>← Previous</Trans>
            </Button>
            <Button size="xs" variant="default" disabled={at === count - 1} onClick={() => go(1)}>
              <Trans>Next →</Trans>
            </Button>
          </Group>
        </div>
        {asked !== null && !pair.reworded && <p className={classes.prompt}>{asked.question.prompt}</p>}
        {pair.reworded && (
          <Text size="sm" c="dimmed">
            <Trans>The question was worded differently in the two versions of the paper: each is shown
            above its answer.</Trans>
          </Text>
        )}
      </header>
      <div className={classes.columns}>
        {([
          [left, pair.left, pair.leftFurther],
          [right, pair.right, pair.rightFurther],
        ] as const).map(([side, answer, further]) => (
          <article key={side.id} className={classes.side} aria-label={t`Answer of ${side.called}`}>
            {pair.reworded && answer !== null && (
              <p className={classes.prompt}>{answer.question.prompt}</p>
            )}
            <SideAnswer side={side} answer={answer} further={further} />
          </article>
        ))}
      </div>
    </section>
  );
}

interface WhoProps {
  label: string;
  people: readonly ComparedCandidate[];
  value: string;
  other: string;
  onChange: (id: string) => void;
}

function Who({ label, people, value, other, onChange }: WhoProps) {
  return (
    <Select
      label={label}
      searchable
      allowDeselect={false}
      data={people.map((one) => ({
        value: one.id,
        label: personWords(one),
        disabled: one.id === other,
      }))}
      value={value}
      onChange={(id) => {
        if (id !== null) onChange(id);
      }}
    />
  );
}

function useSide(id: string, blind: boolean) {
  return useQuery({
    queryKey: [...keys.compare, "side", id, blind],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) =>
      (await getComparedAnswers({ path: { id }, query: { blind }, signal, throwOnError: true })).data,
  });
}

function personWords({ called, points, max_marks, shortlist }: ComparedCandidate): string {
  const sum = points === null ? "" : t` · ${pointsWords(points)} of ${max_marks}`;
  return `${shortlist.listed ? "★ " : ""}${called}${sum}`;
}

function candidatesWords(count: number): string {
  return plural(count, { one: "# candidate", other: "# candidates" });
}

function marksWords(marks: number): string {
  return plural(marks, { one: "# mark", other: "# marks" });
}
