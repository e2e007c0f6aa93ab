// Why a live look ended, in words. One rule: a reason that this version does not know is shown as
// it came, and no word here says anything about the candidate.
import { t } from "@lingui/core/macro";
import type { LookEnd } from "../client/types.gen";
import { plain } from "./status";
import { inSentence } from "./in-sentence";

const ENDED: Record<LookEnd, string> = {
  closed: t`You ended the look.`,
  replaced: t`You began another look, here or in another window.`,
  time: t`The time for one look is over. You can look again.`,
  paused: t`The interview is paused: nobody is watched.`,
  over: t`The interview is over.`,
  moved: t`The candidate goes on at another computer. Look again.`,
  no_answer: t`The candidate’s app did not answer. It may be offline for a moment.`,
  no_way: t`No way was found through the networks on both sides. Ask IT for a TURN server.`,
  lost: t`The connection broke.`,
  no_camera: t`The candidate’s camera gives no picture.`,
  not_agreed: t`The candidate’s app says that live looks were not agreed.`,
  busy: t`As many people look already as may at a time.`,
  failed: t`The candidate’s app could not send the picture.`,
};

export function endWords(why: string): string {
  return why in ENDED ? ENDED[why as LookEnd] : t`The look ended: ${inSentence(plain(why))}.`;
}
