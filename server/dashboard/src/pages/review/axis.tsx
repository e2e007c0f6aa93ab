// One time axis for a whole interview: a lane for each signal, marks for the machinery.
// Bars differ by colour and by height, and each says in words what it is.
import { UnstyledButton } from "@mantine/core";
import { saidWords } from "../../words/requests";
import { severityWords, shortSignalWords, signalWords } from "../../words/signals";
import { clock } from "../../words/time";
import classes from "./axis.module.css";
import { type Episode, lanes, type Note, type Said, tickStep } from "./episodes";

interface AxisProps {
  episodes: readonly Episode[];
  notes: readonly Note[];
  said: readonly Said[];
  questions: readonly { position: number; at: number }[];
  end: number;
  chosen: string | null;
  onChoose: (key: string) => void;
}

export function Axis({ episodes, notes, said, questions, end, chosen, onChoose }: AxisProps) {
  const step = tickStep(end);
  const ticks = Array.from({ length: Math.floor(end / step) + 1 }, (_, index) => index * step);
  const marks = notes.filter((note) => note.at !== null);
  const place = (ms: number) => `${Math.min(100, Math.max(0, (ms / end) * 100))}%`;
  return (
    <div className={classes.axis} role="group" aria-label="Time axis of the interview">
      {questions.length > 0 && (
        <div className={classes.lane}>
          <span className={classes.name}>Questions</span>
          <div className={classes.track}>
            {questions.map((question, index) => (
              <span
                key={`${question.position}-${question.at}`}
                className={classes.question}
                style={{
                  left: place(question.at),
                  width: `calc(${place(questions[index + 1]?.at ?? end)} - ${place(question.at)} - 2px)`,
                }}
                title={`Question ${question.position} from ${clock(question.at)}`}
              >
                {question.position}
              </span>
            ))}
          </div>
        </div>
      )}
      {lanes(episodes).map((lane) => (
        <div className={classes.lane} key={lane.signal}>
          <span className={classes.name} title={signalWords(lane.signal)}>
            {shortSignalWords(lane.signal)}
          </span>
          <div className={classes.track}>
            {lane.episodes.map((episode) => {
              const until = episode.end ?? end;
              const words =
                `${signalWords(episode.signal)}, ${severityWords(episode.severity).toLowerCase()}, ` +
                `${clock(episode.start)} to ${episode.end === null ? "not closed" : clock(episode.end)}`;
              return (
                <UnstyledButton
                  key={episode.key}
                  className={classes.bar}
                  data-severity={episode.severity}
                  data-open={episode.end === null || undefined}
                  style={{
                    left: place(episode.start),
                    width: `max(8px, calc(${place(until)} - ${place(episode.start)}))`,
                  }}
                  aria-label={words}
                  aria-pressed={chosen === episode.key}
                  title={words}
                  onClick={() => onChoose(episode.key)}
                />
              );
            })}
          </div>
        </div>
      ))}
      {said.length > 0 && (
        <div className={classes.lane}>
          <span className={classes.name}>Candidate</span>
          <div className={classes.track}>
            {said.map((one) => (
              <span
                key={one.key}
                className={classes.note}
                data-said
                style={{ left: place(one.at ?? 0) }}
                role="img"
                aria-label={`${saidWords(one)} at ${clock(one.at ?? 0)}: ${one.words}`}
                title={`${clock(one.at ?? 0)} ${saidWords(one)}${one.words === "" ? "" : `: ${one.words}`}`}
              />
            ))}
          </div>
        </div>
      )}
      {marks.length > 0 && (
        <div className={classes.lane}>
          <span className={classes.name}>Machine</span>
          <div className={classes.track}>
            {marks.map((note) => (
              <span
                key={note.key}
                className={classes.note}
                style={{ left: place(note.at ?? 0) }}
                role="img"
                aria-label={`${signalWords(note.what)} at ${clock(note.at ?? 0)}`}
                title={`${clock(note.at ?? 0)} ${signalWords(note.what)}`}
              />
            ))}
          </div>
        </div>
      )}
      <div className={classes.lane} aria-hidden="true">
        <span className={classes.name} />
        <div className={classes.ticks}>
          {ticks.map((tick) => (
            <span key={tick} className={classes.tick} style={{ left: place(tick) }}>
              {clock(tick)}
            </span>
          ))}
        </div>
      </div>
    </div>
  );
}
