// Choosing a colleague or a team, by name.
import { t } from "@lingui/core/macro";
import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { keys } from "../api/queries";
import { listDirectory } from "../client/sdk.gen";
import type { RecipientBody } from "../client/types.gen";

interface HolderPickerProps {
  label: string;
  description?: string;
  value: string | null;
  onChange: (value: string | null) => void;
  teams?: boolean;
  except?: readonly string[];
}

/** `value` is `user:<id>` or `team:<id>`; `except` leaves such values out. */
export function HolderPicker(props: HolderPickerProps) {
  const { label, description, value, onChange, teams = true, except = [] } = props;
  const [typed, setTyped] = useState("");
  const [part] = useDebouncedValue(typed.trim(), 250);
  // The field repeats the name that was chosen: that is no search.
  const search = value === null ? part : "";
  const found = useQuery({
    queryKey: [...keys.directory, search],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) =>
      (await listDirectory({ query: { q: search }, signal, throwOnError: true })).data,
  });
  const people = (found.data?.people ?? []).map((person) => ({
    value: `user:${person.id}`,
    label: `${person.name} (${person.email})`,
  }));
  const groups = (found.data?.teams ?? []).map((team) => ({
    value: `team:${team.id}`,
    label: team.name,
  }));
  const kept = (items: { value: string; label: string }[]) =>
    items.filter((item) => !except.includes(item.value));
  return (
    <Select
      label={label}
      description={description}
      placeholder={t`Type a name`}
      searchable
      clearable
      value={value}
      onChange={onChange}
      onSearchChange={setTyped}
      nothingFoundMessage={found.isError ? t`The names could not be loaded.` : t`Nobody by that name`}
      data={[
        { group: t`Colleagues`, items: kept(people) },
        ...(teams ? [{ group: t`Teams`, items: kept(groups) }] : []),
      ]}
      comboboxProps={{ withinPortal: true }}
    />
  );
}

/** What the server takes for a picked value. */
export function recipient(value: string): RecipientBody {
  const [kind, id] = value.split(":");
  return kind === "team" ? { team_id: id } : { user_id: id };
}
