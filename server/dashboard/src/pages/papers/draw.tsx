// How each interview's questions are drawn from the paper: all of them, or so many of a sort.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { ActionIcon, Alert, Button, Checkbox, Group, NumberInput, Select, Stack, Table, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { keys } from "../../api/queries";
import { getDraw, setDraw } from "../../client/sdk.gen";
import type { Draw, DrawView, Quota } from "../../client/types.gen";
import { Panel } from "../../parts/panel";
import { Failed, Loading } from "../../parts/states";
import { tellDone, tellFailed } from "../../parts/tell";
import { DIFFICULTIES } from "../../words/difficulty";

export function DrawPanel({ paper }: { paper: string }) {
  const rules = useQuery({
    queryKey: [...keys.paper(paper), "draw"],
    queryFn: async ({ signal }) =>
      (await getDraw({ path: { id: paper }, signal, throwOnError: true })).data,
  });
  if (rules.isPending) return <Loading rows={1} height={110} />;
  if (rules.isError) return <Failed error={rules.error} retry={() => void rules.refetch()} />;
  return <Editor key={JSON.stringify(rules.data.draw)} paper={paper} rules={rules.data} />;
}

function Editor({ paper, rules }: { paper: string; rules: DrawView }) {
  const queries = useQueryClient();
  const [draw, setWish] = useState<Draw>(rules.draw);
  const quotas = draw.quotas ?? [];
  const there = rules.available.reduce((sum, sort) => sum + sort.count, 0);
  const topics = [...new Set(rules.available.map(({ topic }) => topic).filter(Boolean))].sort();
  const save = useMutation({
    mutationFn: () => setDraw({ path: { id: paper }, body: draw, throwOnError: true }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: keys.papers });
      tellDone(t`The draw is saved. It holds for interviews made from now on.`);
    },
    onError: tellFailed,
  });
  const setQuota = (at: number, change: Partial<Quota>) =>
    setWish({ ...draw, quotas: quotas.map((each, n) => (n === at ? { ...each, ...change } : each)) });
  const wanted = quotas.reduce((sum, { count }) => sum + count, 0);
  return (
    <Panel
      title={t`Draw`}
      note={
        quotas.length === 0
          ? t`Each interview asks all questions, unless you add a row.`
          : t`Each interview asks ${wanted} of ${there} questions.`
      }
    >
      <Stack gap="md" align="start">
        {rules.fault !== "" && (
          <Alert color="amber" title={t`Nobody can be invited with these rules`} w="100%">
            {rules.fault}
          </Alert>
        )}
        {quotas.length > 0 && (
          <Table.ScrollContainer minWidth={520} type="native" w="100%">
            <Table aria-label={t`Quotas`}>
              <Table.Thead>
                <Table.Tr>
                  {[t`Questions`, t`Topic`, t`Difficulty`, t`Paper has`, t`Remove`].map((head) => (
                    <Table.Th key={head} scope="col">
                      {head}
                    </Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {quotas.map((quota, at) => (
                  <Table.Tr key={at}>
                    <Table.Td>
                      <NumberInput
                        aria-label={t`Questions, row ${at + 1}`}
                        w={90}
                        min={1}
                        max={200}
                        allowDecimal={false}
                        clampBehavior="strict"
                        value={quota.count}
                        onChange={(value) => setQuota(at, { count: Number(value) || 1 })}
                      />
                    </Table.Td>
                    <Table.Td>
                      <Select
                        aria-label={t`Topic, row ${at + 1}`}
                        placeholder={t`Any`}
                        clearable
                        clearButtonProps={{ "aria-label": t`Any topic, row ${at + 1}` }}
                        data={
                          quota.topic && !topics.includes(quota.topic)
                            ? [...topics, quota.topic]
                            : topics
                        }
                        value={quota.topic || null}
                        onChange={(topic) => setQuota(at, { topic: topic ?? "" })}
                      />
                    </Table.Td>
                    <Table.Td>
                      <Select
                        aria-label={t`Difficulty, row ${at + 1}`}
                        placeholder={t`Any`}
                        clearable
                        clearButtonProps={{ "aria-label": t`Any difficulty, row ${at + 1}` }}
                        w={140}
                        data={DIFFICULTIES}
                        value={quota.difficulty ?? null}
                        onChange={(level) =>
                          setQuota(at, { difficulty: DIFFICULTIES.find((each) => each.value === level)?.value ?? null })
                        }
                      />
                    </Table.Td>
                    <Table.Td>{available(rules, quota)}</Table.Td>
                    <Table.Td>
                      <ActionIcon
                        variant="subtle"
                        color="slate"
                        aria-label={t`Remove row ${at + 1}`}
                        onClick={() =>
                          setWish({ ...draw, quotas: quotas.filter((_, n) => n !== at) })
                        }
                      >
                        <span aria-hidden>×</span>
                      </ActionIcon>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
        <Checkbox
          label={t`Each interview has its own order`}
          checked={draw.shuffle ?? false}
          onChange={(event) => setWish({ ...draw, shuffle: event.currentTarget.checked })}
        />
        {quotas.length > 0 && (
          <Checkbox
            label={t`Draws measure equally well`}
            description={t`Papers that are much easier or harder than the others are drawn again.`}
            checked={draw.equal_information ?? false}
            onChange={(event) =>
              setWish({ ...draw, equal_information: event.currentTarget.checked })
            }
          />
        )}
        <Group gap="sm">
          <Button
            variant="default"
            disabled={quotas.length >= 50}
            onClick={() => setWish({ ...draw, quotas: [...quotas, { count: 1 }] })}
          >
            <Trans>Add a row</Trans>
          </Button>
          <Button
            loading={save.isPending}
            disabled={JSON.stringify(draw) === JSON.stringify(rules.draw)}
            onClick={() => save.mutate()}
          >
            <Trans>Save the draw</Trans>
          </Button>
        </Group>
        {quotas.length > 0 && (
          <Text size="sm" c="dimmed">
            <Trans>No question counts for two rows.</Trans>
          </Text>
        )}
      </Stack>
    </Panel>
  );
}

/** How many questions of the paper fit a row. */
function available(rules: DrawView, { topic, difficulty, kind }: Quota): number {
  const same = (topic ?? "").trim().toLowerCase();
  return rules.available
    .filter(
      (sort) =>
        (same === "" || sort.topic.toLowerCase() === same) &&
        (!difficulty || sort.difficulty === difficulty) &&
        (!kind || sort.kind === kind),
    )
    .reduce((sum, sort) => sum + sort.count, 0);
}
