// Settings of further questions about what was just answered: how many, about code, and their times.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Alert, Button, Checkbox, NumberInput, Select, SimpleGrid, Stack } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { keys } from "../../api/queries";
import { changePaper } from "../../client/sdk.gen";
import type { PaperView } from "../../client/types.gen";
import { Panel } from "../../parts/panel";
import { tellDone, tellFailed } from "../../parts/tell";
import { type Further, furtherFault, furtherOf, furtherWords } from "../../words/further";

const COUNTS = [
  { value: "0", label: t`None` },
  { value: "1", label: t`One in an interview` },
  { value: "2", label: t`Two in an interview` },
  { value: "3", label: t`Three in an interview` },
];

export function FurtherPanel({ paper }: { paper: PaperView }) {
  const queries = useQueryClient();
  const [further, setFurther] = useState<Further>(() => furtherOf(paper.policy));
  const fault = furtherFault(further);
  const set = (change: Partial<Further>) => setFurther((old) => ({ ...old, ...change }));
  const save = useMutation({
    mutationFn: () =>
      changePaper({
        path: { id: paper.id },
        body: { policy: { ...paper.policy, ...further } },
        throwOnError: true,
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: keys.papers });
      tellDone(t`Saved. It holds for interviews made from now on.`);
    },
    onError: tellFailed,
  });
  const on = further.follow_ups > 0 || further.viva;
  return (
    <Panel title={t`Further questions`} note={furtherWords(furtherOf(paper.policy))}>
      <Stack gap="md" align="start">
        <Select
          label={t`About spoken and written answers`}
          description={t`The server’s language model writes one about what was just answered, never more than one about an answer. Without a model, or where it takes too long, the question’s prepared ones are asked, else none.`}
          maw={560}
          allowDeselect={false}
          data={COUNTS}
          value={String(further.follow_ups)}
          onChange={(value) => set({ follow_ups: Number(value ?? 0) })}
        />
        <Checkbox
          label={t`Two questions about the code of a coding answer`}
          description={t`About that very code, for up to three coding answers. They are answered aloud where the paper has spoken questions, else in writing.`}
          checked={further.viva}
          onChange={(event) => set({ viva: event.currentTarget.checked })}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }} maw={560}>
          <NumberInput
            label={t`Seconds to answer each`}
            description={t`Added to the whole, with agreed extra time on top. From 30 to 600.`}
            min={30}
            max={600}
            allowDecimal={false}
            disabled={!on}
            value={further.follow_up_time_s}
            onChange={(value) => set({ follow_up_time_s: Number(value) })}
          />
          <NumberInput
            label={t`Seconds to write one`}
            description={t`Then the interview goes on without. From 2 to 30.`}
            min={2}
            max={30}
            allowDecimal={false}
            disabled={!on}
            value={further.follow_up_within_s}
            onChange={(value) => set({ follow_up_within_s: Number(value) })}
          />
        </SimpleGrid>
        {on && paper.policy.navigation === "free" && (
          <Alert color="amber" title={t`None will be asked`} w="100%">
            <Trans>In this paper candidates go through the questions freely: an answer that can still be
            changed is not done.</Trans>
          </Alert>
        )}
        <Button loading={save.isPending} disabled={fault} onClick={() => save.mutate()}>
          <Trans>Save further questions</Trans>
        </Button>
      </Stack>
    </Panel>
  );
}
