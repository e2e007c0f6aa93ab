// Evidence pictures: small in the list, large on a press, with what they were kept for.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Group, Modal, Text, UnstyledButton } from "@mantine/core";
import { useState } from "react";
import { severityWords, signalWords } from "../../words/signals";
import { clock } from "../../words/time";
import type { Episode } from "./episodes";
import classes from "./pictures.module.css";
import { inSentence } from "../../words/in-sentence";

export function Pictures({ session, episode }: { session: string; episode: Episode }) {
  const [large, setLarge] = useState<string | null>(null);
  const words = t`${signalWords(episode.signal)} at ${clock(episode.start)}`;
  return (
    <Group gap={8}>
      {episode.pictures.map((picture) => (
        <UnstyledButton
          key={picture.sha256}
          className={classes.small}
          onClick={() => setLarge(picture.sha256)}
          aria-label={t`Enlarge the picture: ${words}`}
        >
          <Picture session={session} sha256={picture.sha256} alt="" />
        </UnstyledButton>
      ))}
      <Modal
        opened={large !== null}
        onClose={() => setLarge(null)}
        title={words}
        size="lg"
        centered
        closeButtonProps={{ "aria-label": t`Close the picture` }}
      >
        {large !== null && (
          <figure className={classes.figure}>
            <div className={classes.large}>
              <Picture session={session} sha256={large} alt={t`Kept for: ${words}`} />
            </div>
            <Text component="figcaption" size="sm" c="dimmed">
              <Trans>Kept when the signal opened ({inSentence(severityWords(episode.severity))}
              {episode.measure === "" ? "" : `, ${episode.measure}`}). For a person to look at.</Trans>
            </Text>
          </figure>
        )}
      </Modal>
    </Group>
  );
}

/** A picture by its address, with a way to ask again where it does not come. */
export function Picture({ session, sha256, alt }: { session: string; sha256: string; alt: string }) {
  const [tries, setTries] = useState(0);
  const [failed, setFailed] = useState(false);
  if (failed) {
    return alt === "" ? (
      <span className={classes.gone}><Trans>Not here</Trans></span>
    ) : (
      <Group>
        <Text><Trans>The picture has not arrived, or was erased.</Trans></Text>
        <Button
          variant="default"
          onClick={() => {
            setFailed(false);
            setTries(tries + 1);
          }}
        >
          <Trans>Try again</Trans>
        </Button>
      </Group>
    );
  }
  return (
    <img
      key={tries}
      src={`/api/admin/result/${session}/evidence/${sha256}`}
      alt={alt}
      loading="lazy"
      onError={() => setFailed(true)}
    />
  );
}
