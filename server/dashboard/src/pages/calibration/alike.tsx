// Like answers and groups of people, beside each other. One rule: a difference is shown with how many
// it rests on, and what follows from it is said by people.
import { Badge, Stack, Table, Text, Title } from "@mantine/core";
import type { FairnessView, ShiftView } from "../../client/types.gen";
import { ListTable } from "../../parts/table";
import { percent, shiftWords, signedPercent } from "./words";

const HARDER = "Questions that work differently for a group";

export function Alike({ found, grader }: { found: ShiftView[]; grader: string }) {
  if (found.length === 0) return null;
  const title = `Answers that say the same in another way, marked by ${grader}`;
  return (
    <Stack gap="xs">
      <Title order={3} size="h5">
        {title}
      </Title>
      <ListTable
        label={title}
        heads={["What was changed", "Pairs", "Marks on average", "Largest", "Pairs apart"]}
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
        None of this may count. Pairs apart differ by more than a twentieth of the marks.
      </Text>
    </Stack>
  );
}

export function Groups({ found }: { found: FairnessView }) {
  return (
    <Stack gap="md">
      <Title order={3} size="h5">
        Groups
      </Title>
      <ListTable
        label="Groups"
        heads={["Group", "People", "Pass by people", "Ratio", "Pass by baseline", "Ratio", ""]}
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
                  Look into it
                </Badge>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </ListTable>
      <Text size="sm" c="dimmed">
        Whoever reaches half of the marks passes. A ratio is to the group that passes most often; below
        0.80 somebody has to look into it. Groups of fewer than 20 people get none.
      </Text>
      <Title order={3} size="h5">
        {HARDER}
      </Title>
      {found.harder.length > 0 && (
        <ListTable label={HARDER} heads={["Question", "Group", "Difference"]}>
          {found.harder.map((one) => (
            <Table.Tr key={`${one.group} ${one.question}`}>
              <Table.Td maw={360}>{one.question}</Table.Td>
              <Table.Td>{one.group}</Table.Td>
              <Table.Td>
                {one.size === "C" ? "Large" : "Moderate"}: {one.delta < 0 ? "harder" : "easier"} for them than for
                others with as many marks in all
              </Table.Td>
            </Table.Tr>
          ))}
        </ListTable>
      )}
      {found.harder.length === 0 && (
        <Text size="sm">None was found.</Text>
      )}
      {found.unknown > 0 && (
        <Text size="sm" c="dimmed">
          Of {found.unknown} pairs of question and group nothing can be said: too few people, or all of them alike.
        </Text>
      )}
    </Stack>
  );
}

function ratio(value: number | null): string {
  return value === null ? "–" : value.toFixed(2);
}
