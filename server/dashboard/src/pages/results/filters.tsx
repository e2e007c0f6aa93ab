// What is looked for in the results, and what stands beside each. One rule: a filter that narrows
// the list is always seen as a chip, wherever it was set.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import {
  Button,
  Checkbox,
  Group,
  Modal,
  MultiSelect,
  Pill,
  Select,
  SimpleGrid,
  Stack,
  TextInput,
} from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { keys } from "../../api/queries";
import { listComparablePapers } from "../../client/sdk.gen";
import { totalWords } from "../../words/status";
import { chipsOf, COLUMNS, EVERYTHING, type Look, ORDERS, SIGNALS, STATES } from "./look";
import classes from "./page.module.css";

interface FiltersProps {
  look: Look;
  onChange: (look: Look) => void;
  /** The menu of views, beside the filters that it holds. */
  views: ReactNode;
}

export function Filters({ look, onChange, views }: FiltersProps) {
  const papers = usePapersWithResults();
  const [open, { open: show, close }] = useDisclosure(false);
  const [columns, { open: showColumns, close: closeColumns }] = useDisclosure(false);
  const titles = new Map(papers.data?.items.map(({ id, title }) => [id, title]));
  const chips = chipsOf(look, (paper) => titles.get(paper) ?? t`one that you do not see`);
  return (
    <Stack gap="sm" mb="md">
      <Group gap="sm" align="end">
        <TextInput
          type="search"
          label={t`Search`}
          aria-label={t`Search results`}
          placeholder={t`Name, e-mail or paper`}
          w={220}
          maxLength={100}
          value={look.q}
          onChange={(event) => onChange({ ...look, q: event.currentTarget.value })}
        />
        <Select
          label={t`Order`}
          w={190}
          allowDeselect={false}
          data={[...ORDERS]}
          value={look.order}
          onChange={(order) => {
            const found = ORDERS.find(({ value }) => value === order);
            if (found !== undefined) onChange({ ...look, order: found.value });
          }}
        />
        <Button variant="default" onClick={show}>
          <Trans>Filter</Trans>
        </Button>
        <Button variant="default" onClick={showColumns}>
          <Trans>Columns</Trans>
        </Button>
        {views}
      </Group>
      {chips.length > 0 && (
        <ul className={classes.chips} aria-label={t`Filters in use`}>
          {chips.map(({ words, without }) => (
            <li key={words}>
              <Pill
                size="md"
                withRemoveButton
                onRemove={() => onChange(without)}
                removeButtonProps={{ "aria-label": t`Take away: ${words}`, tabIndex: 0, "aria-hidden": false }}
              >
                {words}
              </Pill>
            </li>
          ))}
          {chips.length > 1 && (
            <li>
              <Button
                size="compact-sm"
                variant="subtle"
                onClick={() =>
                  onChange({ ...EVERYTHING, order: look.order, columns: look.columns })
                }
              >
                <Trans>Take all away</Trans>
              </Button>
            </li>
          )}
        </ul>
      )}
      <FilterDialog opened={open} onClose={close} look={look} onChange={onChange} titles={titles} />
      <ColumnsDialog opened={columns} onClose={closeColumns} look={look} onChange={onChange} />
    </Stack>
  );
}

interface DialogProps {
  opened: boolean;
  onClose: () => void;
  look: Look;
  onChange: (look: Look) => void;
}

function FilterDialog({
  opened,
  onClose,
  look,
  onChange,
  titles,
}: DialogProps & { titles: ReadonlyMap<string, string> }) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t`Filter the results`}
      size="lg"
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      <Stack gap="md">
        <Select
          label={t`Paper`}
          placeholder={t`Any`}
          clearable
          clearButtonProps={{ "aria-label": t`Any paper` }}
          searchable
          data={[...titles].map(([value, label]) => ({ value, label }))}
          value={look.paper_id}
          onChange={(paper_id) => onChange({ ...look, paper_id })}
        />
        <MultiSelect
          label={t`Score`}
          placeholder={look.states.length === 0 ? t`Any` : ""}
          data={STATES.map((state) => ({ value: state, label: totalWords(state) }))}
          value={look.states}
          onChange={(chosen) =>
            onChange({ ...look, states: STATES.filter((state) => chosen.includes(state)) })
          }
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <Select
            label={t`Signals`}
            placeholder={t`Any`}
            clearable
            clearButtonProps={{ "aria-label": t`Any signals` }}
            data={[...SIGNALS]}
            value={look.signals}
            onChange={(value) =>
              onChange({ ...look, signals: SIGNALS.find((one) => one.value === value)?.value ?? null })
            }
          />
          <Select
            label={t`Short list`}
            placeholder={t`Both`}
            clearable
            clearButtonProps={{ "aria-label": t`On the short list or not` }}
            data={[
              { value: "yes", label: t`On the short list` },
              { value: "no", label: t`Not on it` },
            ]}
            value={look.shortlisted === null ? null : look.shortlisted ? "yes" : "no"}
            onChange={(value) =>
              onChange({ ...look, shortlisted: value === null ? null : value === "yes" })
            }
          />
          <TextInput
            type="date"
            label={t`Handed in from`}
            value={look.from_day ?? ""}
            onChange={(event) => onChange({ ...look, from_day: event.currentTarget.value || null })}
          />
          <TextInput
            type="date"
            label={t`Handed in until`}
            value={look.until_day ?? ""}
            onChange={(event) => onChange({ ...look, until_day: event.currentTarget.value || null })}
          />
        </SimpleGrid>
        <Group justify="flex-end">
          <Button onClick={onClose}><Trans>Done</Trans></Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function ColumnsDialog({ opened, onClose, look, onChange }: DialogProps) {
  const order = [...look.columns, ...COLUMNS.map(({ key }) => key).filter((key) => !look.columns.includes(key))];
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t`Columns`}
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      <Stack gap="sm">
        {order.map((key) => {
          const at = look.columns.indexOf(key);
          const label = COLUMNS.find((column) => column.key === key)?.label ?? key;
          return (
            <Group key={key} justify="space-between">
              <Checkbox
                label={label}
                checked={at >= 0}
                onChange={(event) =>
                  onChange({
                    ...look,
                    columns: event.currentTarget.checked
                      ? [...look.columns, key]
                      : look.columns.filter((each) => each !== key),
                  })
                }
              />
              {at > 0 && (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  aria-label={t`Move ${label} forward`}
                  onClick={() => {
                    const columns = [...look.columns];
                    columns.splice(at - 1, 2, key, look.columns[at - 1] ?? key);
                    onChange({ ...look, columns });
                  }}
                >
                  ↑
                </Button>
              )}
            </Group>
          );
        })}
        <Group justify="flex-end">
          <Button onClick={onClose}><Trans>Done</Trans></Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function usePapersWithResults() {
  return useQuery({
    queryKey: [...keys.compare, "papers"],
    queryFn: async ({ signal }) => (await listComparablePapers({ signal, throwOnError: true })).data,
  });
}
