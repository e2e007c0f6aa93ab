// The part of a form that says what was agreed and what is watched, for a new interview and for
// one that has not begun.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Checkbox, MultiSelect, NumberInput, Select, SimpleGrid, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { keys } from "../../api/queries";
import { KEPT_DAYS } from "../../client/limits.gen";
import { getRetention } from "../../client/sdk.gen";
import type { Policy } from "../../client/types.gen";
import { Panel } from "../../parts/panel";
import {
  AGREEMENTS,
  type Agreement,
  type Block,
  BLOCKS,
  levels,
  type Lockdown,
  LOCKDOWNS,
  NAVIGATIONS,
  type Navigation,
  type Paste,
  PASTES,
  WATCHED,
  type Watch,
} from "../../words/rules";
import { days, levelWords } from "../../words/privacy";
import { daysFault, daysKept, type Terms } from "./terms";
import classes from "./terms.module.css";

interface FieldsProps {
  terms: Terms;
  onChange: (terms: Terms) => void;
}

export function AgreedFields({ terms, onChange }: FieldsProps) {
  const { agreed } = terms;
  const set = (change: Terms["agreed"]) => onChange({ ...terms, agreed: { ...agreed, ...change } });
  return (
    <Panel
      title={t`Accommodations`}
      note={t`What was agreed with this candidate. Rules change with it, not only times.`}
    >
      <Stack gap="lg">
        <NumberInput
          label={t`Extra time, percent`}
          min={0}
          max={300}
          step={5}
          maw={180}
          allowDecimal={false}
          clampBehavior="strict"
          value={agreed.extra_time_percent ?? 0}
          onChange={(value) => set({ extra_time_percent: Number(value) || 0 })}
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xl" verticalSpacing="md">
          {(Object.keys(AGREEMENTS) as Agreement[]).map((name) => (
            <Checkbox
              key={name}
              label={AGREEMENTS[name].label}
              description={AGREEMENTS[name].help}
              checked={agreed[name] ?? false}
              onChange={(event) => set({ [name]: event.currentTarget.checked })}
            />
          ))}
        </SimpleGrid>
      </Stack>
    </Panel>
  );
}

/** For how long what was recorded is kept: the candidate reads it before agreeing. */
export function KeptFields({ terms, onChange, policy }: Omit<RulesProps, "source">) {
  const server = useQuery({
    queryKey: [...keys.privacy, "retention"],
    queryFn: async ({ signal }) => (await getRetention({ signal, throwOnError: true })).data,
  });
  const chosen = terms.keptDays ?? daysKept(policy);
  const sooner = server.data !== undefined && chosen !== "" && chosen > server.data.record;
  return (
    <Panel
      title={t`Erasure`}
      note={t`Answers, recordings and pictures are erased so long after the interview’s end. The candidate reads it before agreeing.`}
    >
      <NumberInput
        label={t`Erased after, days`}
        description={t`Default ${KEPT_DAYS.usual}, from ${KEPT_DAYS.least} to ${KEPT_DAYS.most}. Left empty: ${days(daysKept(policy))}.`}
        min={KEPT_DAYS.least}
        max={KEPT_DAYS.most}
        maw={360}
        allowDecimal={false}
        allowNegative={false}
        clampBehavior="none"
        value={chosen}
        error={daysFault(terms.keptDays)}
        onChange={(value) =>
          onChange({ ...terms, keptDays: typeof value === "number" ? value : "" })
        }
      />
      {sooner && (
        <Text size="sm" mt="xs" aria-live="polite">
          <Trans>This server erases them after {days(server.data.record)} already: its own limit is shorter.</Trans>
        </Text>
      )}
    </Panel>
  );
}

interface RulesProps extends FieldsProps {
  /** What holds where nothing was changed. */
  policy: Policy;
  /** Where that comes from, in words. */
  source: string;
}

export function RuleFields({ terms, onChange, policy, source }: RulesProps) {
  const { watched, levels: set } = terms;
  const changed = Object.keys(set).length;
  return (
    <Panel title={t`Watching`} note={source}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xl" verticalSpacing="md">
        {(Object.keys(WATCHED) as Watch[]).map((name) => (
          <Checkbox
            key={name}
            label={WATCHED[name].label}
            description={WATCHED[name].help}
            checked={watched[name] ?? policy[name] ?? true}
            onChange={(event) =>
              onChange({ ...terms, watched: { ...watched, [name]: event.currentTarget.checked } })
            }
          />
        ))}
      </SimpleGrid>
      <Select
        label={t`Going through the questions`}
        description={t`Freely: each question’s time runs only while it is open; when it is over, the question can still be read.`}
        mt="lg"
        maw={360}
        allowDeselect={false}
        data={(Object.keys(NAVIGATIONS) as Navigation[]).map((value) => ({
          value,
          label: NAVIGATIONS[value],
        }))}
        value={terms.navigation ?? policy.navigation ?? "in_order"}
        onChange={(value) => onChange({ ...terms, navigation: value as Navigation })}
      />
      <Select
        label={t`The candidate’s computer`}
        description={t`In front: keys that switch programs do nothing and the clipboard is emptied, from the first question to the hand-in. What a computer does not allow is in the record.`}
        mt="lg"
        maw={360}
        allowDeselect={false}
        data={(Object.keys(LOCKDOWNS) as Lockdown[]).map((value) => ({
          value,
          label: LOCKDOWNS[value],
        }))}
        value={terms.lockdown ?? policy.lockdown ?? "standard"}
        onChange={(value) => onChange({ ...terms, lockdown: value as Lockdown })}
      />
      <MultiSelect
        label={t`Covers the questions for as long as it is found`}
        description={t`With the clocks standing still, until the candidate puts it right or you let them go on. Chosen nothing: what is found is noted for you and covers nothing.`}
        mt="lg"
        maw={360}
        placeholder={(terms.blocks ?? policy.blocks ?? []).length === 0 ? t`Nothing` : ""}
        data={(Object.keys(BLOCKS) as Block[]).map((value) => ({ value, label: BLOCKS[value] }))}
        value={[...(terms.blocks ?? policy.blocks ?? [])]}
        onChange={(values) => onChange({ ...terms, blocks: values as Block[] })}
      />
      <Select
        label={t`Text pasted from other programs`}
        mt="lg"
        maw={360}
        allowDeselect={false}
        data={(Object.keys(PASTES) as Paste[]).map((value) => ({ value, label: PASTES[value] }))}
        value={terms.paste ?? policy.paste_from_outside ?? "flag"}
        onChange={(value) => onChange({ ...terms, paste: value as Paste })}
      />
      <Select
        label={t`After the review the candidate may read`}
        description={t`Once a person releases it, on the invitation’s page.`}
        mt="lg"
        maw={360}
        allowDeselect={false}
        data={["none", "status", "comments", "scores"].map((value) => ({
          value,
          label: levelWords(value),
        }))}
        value={terms.feedback ?? policy.feedback ?? "none"}
        onChange={(value) => onChange({ ...terms, feedback: value as Policy["feedback"] })}
      />
      <details className={classes.levels}>
        <summary>
          <Trans>Sensitivity
          <span className={classes.dim}>
            {changed === 0 ? t`levels and seconds of the rules` : t`${changed} changed`}
          </span></Trans>
        </summary>
        <Text size="sm" c="dimmed" mb="md">
          <Trans>Higher numbers open fewer signals. A gaze counts only beyond the screen’s edge with its
          own error already taken off.</Trans>
        </Text>
        <SimpleGrid cols={{ base: 1, xs: 2, sm: 3 }} spacing="lg">
          {levels().map(({ name, label, unit, usual, least, most }) => (
            <NumberInput
              key={name}
              label={label}
              description={t`Default ${usual}${unit}, from ${least} to ${most}`}
              suffix={unit}
              min={least}
              max={most}
              step={unit === "°" ? 1 : 0.5}
              decimalScale={1}
              value={set[name] ?? policy.sensitivity?.[name] ?? usual}
              onChange={(value) =>
                onChange({
                  ...terms,
                  levels: { ...set, [name]: typeof value === "number" ? value : "" },
                })
              }
            />
          ))}
        </SimpleGrid>
      </details>
    </Panel>
  );
}
