// A window of time, in the reader's zone and in the candidate's where the two differ.
import { t } from "@lingui/core/macro";
import { TwoLines } from "../../parts/table";
import { ownZone, windowIn } from "../../words/time";

interface WindowProps {
  opens_at: string;
  closes_at: string;
  zone: string;
}

export function BothWindows({ opens_at, closes_at, zone }: WindowProps) {
  const mine = ownZone();
  const same = windowIn(opens_at, closes_at, mine) === windowIn(opens_at, closes_at, zone);
  return (
    <TwoLines
      wraps
      first={windowIn(opens_at, closes_at, mine)}
      second={same ? t`your zone and the candidate’s` : `${windowIn(opens_at, closes_at, zone)} (${zone})`}
    />
  );
}
