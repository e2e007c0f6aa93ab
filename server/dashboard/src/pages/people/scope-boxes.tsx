// The scopes as check boxes.
import { Checkbox, Stack } from "@mantine/core";
import type { Scope } from "../../client/types.gen";
import { SCOPES } from "./scopes";

interface ScopeBoxesProps {
  label: string;
  value: Scope[];
  onChange: (value: Scope[]) => void;
  offered?: readonly Scope[];
}

export function ScopeBoxes({ label, value, onChange, offered }: ScopeBoxesProps) {
  const shown = SCOPES.filter((scope) => offered === undefined || offered.includes(scope.value));
  return (
    <Checkbox.Group label={label} value={value} onChange={(all) => onChange(all as Scope[])}>
      <Stack gap="xs" mt="xs">
        {shown.map((scope) => (
          <Checkbox
            key={scope.value}
            value={scope.value}
            label={`${scope.label}: ${scope.what}`}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
