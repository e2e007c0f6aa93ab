// Which interviews of the list are wanted. One rule: the list, its counts and its file ask with the
// same noun, so that they never disagree.
import { t } from "@lingui/core/macro";
import { Group, Select, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { keys } from "../../api/queries";
import { listPapers } from "../../client/sdk.gen";
import type { Status } from "../../client/types.gen";
import { statusWords } from "../../words/status";
import { instantOf, ownZone } from "../../words/time";

export interface Wanted {
  text: string;
  /** The label of a status: several statuses share one. */
  label: string | null;
  paper: string | null;
  /** Days in the reader's zone; empty: open. */
  from: string;
  until: string;
}

export const EVERYTHING: Wanted = { text: "", label: null, paper: null, from: "", until: "" };

const STATUSES: readonly Status[] = [
  "invited",
  "link_accessed",
  "authenticated",
  "selfie_uploaded",
  "enrollment",
  "interview_active",
  "paused",
  "completed",
  "terminated",
  "expired",
  "cancelled",
];

export type Counts = Partial<Record<Status, number>>;

/** The filters as the API asks for them. */
export function queryOf({ text, label, paper, from, until }: Wanted) {
  return {
    q: text.trim() || undefined,
    status:
      label === null ? undefined : STATUSES.filter((each) => statusWords(each).label === label),
    paper_id: paper ?? undefined,
    closes_after: from === "" ? undefined : instantOf(`${from}T00:00`, ownZone()),
    opens_before: until === "" ? undefined : instantOf(`${until}T23:59`, ownZone()),
  };
}

/** Where the same list is a file. */
export function fileOf(wanted: Wanted): string {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(queryOf(wanted))) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (each !== undefined) asked.append(name, each);
    }
  }
  return `/api/admin/interviews.csv?${asked.toString()}`;
}

/** The labels in the order of the lifecycle, each with how many there are. */
export function labelled(counts: Counts): { value: string; label: string }[] {
  const sums = new Map<string, number>();
  for (const status of STATUSES) {
    const { label } = statusWords(status);
    sums.set(label, (sums.get(label) ?? 0) + (counts[status] ?? 0));
  }
  return [...sums].map(([value, sum]) => ({ value, label: `${value} (${sum})` }));
}

interface FiltersProps {
  wanted: Wanted;
  counts: Counts;
  onChange: (wanted: Wanted) => void;
}

export function Filters({ wanted, counts, onChange }: FiltersProps) {
  const papers = usePapers();
  return (
    <Group gap="sm" mb="md" align="end">
      <TextInput
        type="search"
        label={t`Search`}
        aria-label={t`Search interviews`}
        placeholder={t`Name, e-mail or paper`}
        w={210}
        maxLength={100}
        value={wanted.text}
        onChange={(event) => onChange({ ...wanted, text: event.currentTarget.value })}
      />
      <Select
        label={t`Status`}
        placeholder={t`Any`}
        clearable
        clearButtonProps={{ "aria-label": t`Any status` }}
        w={170}
        data={labelled(counts)}
        value={wanted.label}
        onChange={(label) => onChange({ ...wanted, label })}
      />
      <Select
        label={t`Paper`}
        placeholder={t`Any`}
        clearable
        clearButtonProps={{ "aria-label": t`Any paper` }}
        searchable
        w={210}
        data={(papers.data?.items ?? []).map(({ id, title }) => ({ value: id, label: title }))}
        value={wanted.paper}
        onChange={(paper) => onChange({ ...wanted, paper })}
      />
      <TextInput
        type="date"
        label={t`From`}
        w={150}
        value={wanted.from}
        onChange={(event) => onChange({ ...wanted, from: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t`Until`}
        w={150}
        value={wanted.until}
        onChange={(event) => onChange({ ...wanted, until: event.currentTarget.value })}
      />
    </Group>
  );
}

/** The papers to choose from. */
export function usePapers() {
  return useQuery({
    queryKey: [...keys.papers, "choice"],
    queryFn: async ({ signal }) =>
      (await listPapers({ query: { limit: 200 }, signal, throwOnError: true })).data,
  });
}
