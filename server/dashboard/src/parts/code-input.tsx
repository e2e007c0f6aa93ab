// Six digits of an authenticator app, as phones and password stores fill them in.
import { t } from "@lingui/core/macro";
import { TextInput } from "@mantine/core";

export function CodeInput({ value, onChange, focused = false }: {
  value: string;
  onChange: (digits: string) => void;
  focused?: boolean;
}) {
  return (
    <TextInput
      label={t`Code from your app`}
      inputMode="numeric"
      autoComplete="one-time-code"
      placeholder="123456"
      maxLength={7}
      autoFocus={focused}
      data-autofocus={focused || undefined}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value.replace(/\D/gu, "").slice(0, 6))}
      styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)", letterSpacing: "0.2em" } }}
    />
  );
}
