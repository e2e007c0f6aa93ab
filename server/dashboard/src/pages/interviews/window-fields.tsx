// A window of time as somebody types it: on the candidate's wall clock, in the candidate's zone.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Select, SimpleGrid, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { instantOf, ownZone, windowIn, zones } from "../../words/time";

export interface WindowWish {
  zone: string;
  /** As a date-time field writes it; empty while somebody is still choosing. */
  opens: string;
  closes: string;
}

/** Whether both ends are there and in order. */
export function windowWhole({ opens, closes }: WindowWish): boolean {
  return opens !== "" && closes > opens;
}

/** The ends as instants. */
export function windowOf({ zone, opens, closes }: WindowWish) {
  return { opens_at: instantOf(opens, zone), closes_at: instantOf(closes, zone) };
}

interface WindowFieldsProps {
  wish: WindowWish;
  onChange: (wish: WindowWish) => void;
}

export function WindowFields({ wish, onChange }: WindowFieldsProps) {
  const [known] = useState(zones);
  const mine = ownZone();
  const { zone, opens, closes } = wish;
  const whole = windowWhole(wish);
  return (
    <Stack gap="md">
      <Select
        label={t`Time zone`}
        searchable
        allowDeselect={false}
        limit={80}
        maw={340}
        data={known.includes(zone) ? known : [...known, zone]}
        value={zone}
        onChange={(value) => onChange({ ...wish, zone: value ?? zone })}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          label={t`Opens, in that zone`}
          type="datetime-local"
          value={opens}
          onChange={(event) => onChange({ ...wish, opens: event.currentTarget.value })}
        />
        <TextInput
          label={t`Closes, in that zone`}
          type="datetime-local"
          value={closes}
          error={opens !== "" && closes !== "" && !whole && t`The window closes after it opens.`}
          onChange={(event) => onChange({ ...wish, closes: event.currentTarget.value })}
        />
      </SimpleGrid>
      {whole && zone !== mine && (
        <Text size="sm" c="dimmed" aria-live="polite">
          <Trans>In your zone ({mine}): {windowIn(instantOf(opens, zone), instantOf(closes, zone), mine)}</Trans>
        </Text>
      )}
    </Stack>
  );
}
