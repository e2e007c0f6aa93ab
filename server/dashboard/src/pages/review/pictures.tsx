// Evidence pictures: small in the list, large on a press, with what they were kept for.
import { Button, Group, Modal, Text, UnstyledButton } from "@mantine/core";
import { useState } from "react";
import { severityWords, signalWords } from "../../words/signals";
import { clock } from "../../words/time";
import type { Episode } from "./episodes";
import classes from "./pictures.module.css";

export function Pictures({ session, episode }: { session: string; episode: Episode }) {
  const [large, setLarge] = useState<string | null>(null);
  const words = `${signalWords(episode.signal)} at ${clock(episode.start)}`;
  return (
    <Group gap={8}>
      {episode.pictures.map((picture) => (
        <UnstyledButton
          key={picture.sha256}
          className={classes.small}
          onClick={() => setLarge(picture.sha256)}
          aria-label={`Enlarge the picture: ${words}`}
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
        closeButtonProps={{ "aria-label": "Close the picture" }}
      >
        {large !== null && (
          <figure className={classes.figure}>
            <div className={classes.large}>
              <Picture session={session} sha256={large} alt={`Kept for: ${words}`} />
            </div>
            <Text component="figcaption" size="sm" c="dimmed">
              Kept when the signal opened ({severityWords(episode.severity).toLowerCase()}
              {episode.measure === "" ? "" : `, ${episode.measure}`}). For a person to look at.
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
      <span className={classes.gone}>Not here</span>
    ) : (
      <Group>
        <Text>The picture has not arrived, or was erased.</Text>
        <Button
          variant="default"
          onClick={() => {
            setFailed(false);
            setTries(tries + 1);
          }}
        >
          Try again
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
