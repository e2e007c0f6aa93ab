// What a paper says about itself, for making one and for changing one.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Group, NumberInput, Select, SimpleGrid, Stack, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";

export interface Details {
  title: string;
  description: string;
  minutes: number;
  language: string;
}

const TONGUES = [
  { value: "en", label: t`English` },
  { value: "de", label: t`German` },
  { value: "es", label: t`Spanish` },
  { value: "fr", label: t`French` },
  { value: "hi", label: t`Hindi` },
];

interface DetailsFormProps {
  initial: Details;
  submit: string;
  saving: boolean;
  onSave: (details: Details) => void;
  onCancel?: () => void;
}

export function DetailsForm({ initial, submit, saving, onSave, onCancel }: DetailsFormProps) {
  const form = useForm<Details>({
    initialValues: initial,
    validate: {
      title: (value) => (value.trim() === "" ? t`Give the paper a title.` : null),
      minutes: (value) =>
        value * 60 >= 30 && value <= 1440 ? null : t`Give between half a minute and 24 hours.`,
    },
  });
  const tongues = TONGUES.some((each) => each.value === initial.language)
    ? TONGUES
    : [...TONGUES, { value: initial.language, label: initial.language }];
  return (
    <form
      noValidate
      onSubmit={form.onSubmit((values) =>
        onSave({ ...values, title: values.title.trim(), minutes: Number(values.minutes) }),
      )}
    >
      <Stack gap="md">
        <TextInput
          label={t`Title`}
          description={t`Candidates see it.`}
          required
          maxLength={200}
          {...form.getInputProps("title")}
        />
        <Textarea
          label={t`Description`}
          description={t`For colleagues; candidates do not see it.`}
          autosize
          minRows={2}
          maxRows={8}
          {...form.getInputProps("description")}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }} maw={460}>
          <NumberInput
            label={t`Whole interview, minutes`}
            required
            min={0.5}
            max={1440}
            {...form.getInputProps("minutes")}
          />
          <Select
            label={t`Language of the questions`}
            allowDeselect={false}
            data={tongues}
            {...form.getInputProps("language")}
          />
        </SimpleGrid>
        <Group gap="sm" mt={4}>
          <Button type="submit" loading={saving}>
            {submit}
          </Button>
          {onCancel !== undefined && (
            <Button variant="subtle" color="slate" onClick={onCancel} disabled={saving}>
              <Trans>Cancel</Trans>
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}
