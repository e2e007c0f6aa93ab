// One take, fetched whole when somebody wants to hear it: only then can the player seek in it,
// and only then does the log say that somebody listened.
import { t } from "@lingui/core/macro";
import { Button, Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { keys } from "../../api/queries";
import { explain } from "../../api/refusal";
import { send } from "../../api/transport";
import classes from "./answers.module.css";
import { inSentence } from "../../words/in-sentence";

interface RecordingProps {
  session: string;
  question: string;
  take: number;
  label: string;
}

export function Recording({ session, question, take, label }: RecordingProps) {
  const [wanted, setWanted] = useState(false);
  const sound = useQuery({
    queryKey: [...keys.result(session), "audio", question, take],
    enabled: wanted,
    staleTime: Infinity,
    gcTime: Infinity,
    queryFn: async ({ signal }) => {
      const answer = await send(`/api/admin/result/${session}/audio/${question}?take=${take}`, {
        signal,
      });
      // Lives until the tab leaves the dashboard: a take is a few hundred kilobytes.
      return URL.createObjectURL(await answer.blob());
    },
  });

  if (sound.isSuccess) {
    const { data } = sound;
    return <audio controls autoPlay aria-label={label} src={data} className={classes.player} />;
  }
  const failure = sound.isError ? explain(sound.error) : null;
  return (
    <Group gap="sm">
      <Button
        variant="default"
        loading={wanted && sound.isFetching}
        onClick={() => (wanted ? void sound.refetch() : setWanted(true))}
      >
        {failure === null ? t`Play` : t`Try again`}
        <span className="hidden-text"> {inSentence(label)}</span>
      </Button>
      {failure !== null && (
        <Text size="sm" role="alert">
          {failure.title} {failure.detail}
        </Text>
      )}
    </Group>
  );
}
