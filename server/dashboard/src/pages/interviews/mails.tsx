// What was mailed to the candidate and what became of it, with what can be done about it.
import { t } from "@lingui/core/macro";
import { Badge, Text } from "@mantine/core";
import type { InterviewView, MailView } from "../../client/types.gen";
import { Panel } from "../../parts/panel";
import { mailKindWords, mailSaid, mailWhen, mailWords } from "../../words/mail";
import { notBegun } from "../../words/status";
import { ownZone } from "../../words/time";
import classes from "./mails.module.css";
import { NewLink } from "./new-link";
import { SendAgain } from "./send-again";

export function Mails({ interview }: { interview: InterviewView }) {
  const { mails } = interview;
  const open = notBegun(interview.status);
  const off = interview.mail_state === "off";
  const action = off ? (
    <NewLink interview={interview} label={t`Make a link to copy`} />
  ) : (
    <SendAgain interview={interview} />
  );
  return (
    <Panel
      title={t`Mail to the candidate`}
      note={open && mails.length > 0 ? interview.mail_words : undefined}
      aside={open ? action : undefined}
    >
      {mails.length === 0 ? (
        <Text c="dimmed">{interview.mail_words}</Text>
      ) : (
        <ol className={classes.mails} aria-label={t`Mails to the candidate`}>
          {mails.map((mail, index) => (
            <Row key={`${mail.due_at}-${index}`} mail={mail} />
          ))}
        </ol>
      )}
    </Panel>
  );
}

function Row({ mail }: { mail: MailView }) {
  const { label, tone } = mailWords(mail.state);
  const said = mailSaid(mail);
  return (
    <li className={classes.mail}>
      <span className={classes.kind}>{mailKindWords(mail.kind)}</span>
      <span>
        <Badge color={tone} miw="max-content">
          {label}
        </Badge>
      </span>
      <span className={classes.when}>{mailWhen(mail, ownZone())}</span>
      {said !== "" && <span className={classes.said}>{said}</span>}
    </li>
  );
}
