// Why a live look ended, in words. One rule: a reason that this version does not know is shown as
// it came, and no word here says anything about the candidate.
import type { LookEnd } from "../client/types.gen";
import { plain } from "./status";

const ENDED: Record<LookEnd, string> = {
  closed: "You ended the look.",
  replaced: "You began another look, here or in another window.",
  time: "The time for one look is over. You can look again.",
  paused: "The interview is paused: nobody is watched.",
  over: "The interview is over.",
  moved: "The candidate goes on at another computer. Look again.",
  no_answer: "The candidate’s app did not answer. It may be offline for a moment.",
  no_way: "No way was found through the networks on both sides. Ask IT for a TURN server.",
  lost: "The connection broke.",
  no_camera: "The candidate’s camera gives no picture.",
  not_agreed: "The candidate’s app says that live looks were not agreed.",
  busy: "As many people look already as may at a time.",
  failed: "The candidate’s app could not send the picture.",
};

export function endWords(why: string): string {
  return why in ENDED ? ENDED[why as LookEnd] : `The look ended: ${plain(why).toLowerCase()}.`;
}
