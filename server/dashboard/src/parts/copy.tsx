// A value to be handed on: selectable, and copied with one press.
import { t } from "@lingui/core/macro";
import { Button, Group, TextInput } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";

export function CopyField({ label, value }: { label: string; value: string }) {
  const clipboard = useClipboard({ timeout: 2500 });
  return (
    <Group align="flex-end" gap="sm" wrap="nowrap">
      <TextInput
        label={label}
        value={value}
        readOnly
        flex={1}
        onFocus={(event) => event.currentTarget.select()}
        styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)" } }}
      />
      <Button onClick={() => clipboard.copy(value)} miw={96}>
        {clipboard.copied ? t`Copied` : clipboard.error ? t`Press Ctrl+C` : t`Copy`}
      </Button>
      <span className="hidden-text" role="status">
        {clipboard.copied ? t`The link is in the clipboard.` : ""}
      </span>
    </Group>
  );
}
