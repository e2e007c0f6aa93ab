// Which build of the app the candidate's machine told. One rule: the sentence comes from the server,
// which alone knows the keys that it believes.
import { t } from "@lingui/core/macro";
import { Stack, Text } from "@mantine/core";
import type { InterviewView } from "../../client/types.gen";
import { BuildBadge } from "../../parts/badges";
import { Panel } from "../../parts/panel";
import { buildName, changedWords } from "../../words/build";

/** Nothing before a machine has opened the interview. */
export function AppBuild({ interview }: { interview: InterviewView }) {
  if (interview.segment === 0) return null;
  const { build } = interview;
  return (
    <Panel title={t`The app`} aside={<BuildBadge standing={build.standing} />}>
      <Stack gap={4}>
        <Text>{build.words}</Text>
        {build.changed_count > 0 && <Text>{t`Files that differ: ${changedWords(build)}.`}</Text>}
        <Text size="sm" c="dimmed">
          {buildName(build)}
        </Text>
      </Stack>
    </Panel>
  );
}
