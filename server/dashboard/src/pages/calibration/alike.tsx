// Like answers and groups of people, beside each other. One rule: a difference is shown with how many
// it rests on, and what follows from it is said by people.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Badge, Stack, Table, Text, Title } from "@mantine/core";
import type { FairnessView, ShiftView } from "../../client/types.gen";
import { ListTable } from "../../parts/table";
import { percent, shiftWords, signedPercent } from "./words";
import { decimal } from "../../words/numbers";

const HARDER = t`Questions that work differently for a group`;

export function Alike({ found, grader }: { found: ShiftView[]; grader: string }) {
  if (found.length === 0) return null;
  const title = t`Answers that say the same in another way, marked by ${grader}`;
  return (
    <Stack gap="xs">
      <Title order={3} size="h5">
        {title}
      </Title>
      <ListTable
        label={title}
        heads={[t`What was changed`, t`Pairs`, t`Marks on average`, t`Largest`, t`Pairs apart`]}
      >
        {found.map((one) => (
          <Table.Tr key={one.kind}>
            <Table.Td>{shiftWords(one.kind)}</Table.Td>
            <Table.Td>{one.n}</Table.Td>
            <Table.Td>{signedPercent(one.mean)}</Table.Td>
            <Table.Td>{percent(one.largest)}</Table.Td>
            <Table.Td>{percent(one.moved)}</Table.Td>
          </Table.Tr>
        ))}
      </ListTable>
      <Text size="sm" c="dimmed">
        <Trans>None of this may count. Pairs apart differ by more than a twentieth of the marks.</Trans>
      </Text>
    </Stack>
  );
}

export function Groups({ found }: { found: FairnessView }) {
  return (
    <Stack gap="md">
      <Title order={3} size="h5">
        <Trans>Groups</Trans>
      </Title>
      <ListTable
        label={t`Groups`}
        heads={[t`Group`, t`People`, t`Pass by people`, t`Ratio`, t`Pass by baseline`, t`Ratio`, ""]}
      >
        {found.groups.map((one) => (
          <Table.Tr key={one.group}>
            <Table.Td>{one.group}</Table.Td>
            <Table.Td>{one.n}</Table.Td>
            <Table.Td>{percent(one.by_people)}</Table.Td>
            <Table.Td>{ratio(one.ratio_by_people)}</Table.Td>
            <Table.Td>{percent(one.by_baseline)}</Table.Td>
            <Table.Td>{ratio(one.ratio_by_baseline)}</Table.Td>
            <Table.Td>
              {one.adverse && (
                <Badge color="ember" miw="max-content">
                  <Trans>Look into it</Trans>
                </Badge>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </ListTable>
      <Text size="sm" c="dimmed">
        <Trans>Whoever reaches half of the marks passes. A ratio is to the group that passes most often; below
        0.80 somebody has to look into it. Groups of fewer than 20 people get none.</Trans>
      </Text>
      <Title order={3} size="h5">
        {HARDER}
      </Title>
      {found.harder.length > 0 && (
        <ListTable label={HARDER} heads={[t`Question`, t`Group`, t`Difference`]}>
          {found.harder.map((one) => (
            <Table.Tr key={`${one.group} ${one.question}`}>
              <Table.Td maw={360}>{one.question}</Table.Td>
              <Table.Td>{one.group}</Table.Td>
              <Table.Td>
                <Trans>{one.size === "C" ? t`Large` : t`Moderate`}: {one.delta < 0 ? t`harder` : t`easier`} for them than for
                others with as many marks in all</Trans>
              </Table.Td>
            </Table.Tr>
          ))}
        </ListTable>
      )}
      {found.harder.length === 0 && (
        <Text size="sm"><Trans>None was found.</Trans></Text>
      )}
      {found.unknown > 0 && (
        <Text size="sm" c="dimmed">
          <Trans>Of {found.unknown} pairs of question and group nothing can be said: too few people, or all of them alike.</Trans>
        </Text>
      )}
    </Stack>
  );
}

function ratio(value: number | null): string {
  return value === null ? "–" : decimal(value, 2);
}
