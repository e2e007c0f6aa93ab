// How an answer's text stood after each of its edits. Pure. One rule: places count characters as
// the server does (Unicode code points), and what was pasted stays marked for as long as it stands.
import type { HistoryView } from "../../client/types.gen";

export type History = HistoryView;
export type Edit = History["steps"][number];

/** The text after some steps; one entry for each character. */
interface Stand {
  points: string[];
  /** Whether the character came by a paste or a drop. */
  pasted: boolean[];
}

/** A stretch of text that is shown in one way. */
export interface Piece {
  text: string;
  pasted: boolean;
  /** Whether the step just shown put it there. */
  fresh: boolean;
}

/** Steps between two texts that are kept: what lies between them is made again in a moment. */
const KEPT_EVERY = 200;
/** A pause longer than this, in milliseconds, is played as this long. */
export const LONGEST_PAUSE = 2000;

export class Replay {
  private readonly kept: Stand[] = [];
  private readonly anchors: ReadonlyMap<number, string>;

  constructor(private readonly history: History) {
    // Of two at the same place the later one stands.
    this.anchors = new Map(history.anchors.map((anchor) => [anchor.step, anchor.text]));
    let stand = typed(this.anchors.get(0) ?? "");
    for (let step = 0; step <= this.length; step++) {
      stand = this.entered(stand, step);
      if (step % KEPT_EVERY === 0) this.kept.push(copy(stand));
      const edit = history.steps[step];
      if (edit !== undefined) apply(stand, edit);
    }
  }

  /** How many steps there are. */
  get length(): number {
    return this.history.steps.length;
  }

  /** The text after `count` steps, in pieces. */
  at(count: number): Piece[] {
    const from = Math.floor(count / KEPT_EVERY);
    let stand = copy(this.kept[from] ?? typed(""));
    for (let step = from * KEPT_EVERY; step < count; step++) {
      const edit = this.history.steps[step];
      if (edit !== undefined) apply(stand, edit);
      if (step + 1 < count || !this.anchors.has(count)) stand = this.entered(stand, step + 1);
    }
    if (this.anchors.has(count)) stand = this.entered(stand, count);
    const last = count > 0 ? this.history.steps[count - 1] : undefined;
    const fresh = last === undefined ? [0, 0] : [last.position, last.position + length(last.inserted)];
    return pieces(stand, fresh[0] ?? 0, fresh[1] ?? 0);
  }

  /** When a step was made, in milliseconds since the interview's start. */
  time(count: number): number {
    return this.history.steps[Math.max(0, count - 1)]?.at_ms ?? 0;
  }

  /** How long to wait before the step after `count`, in milliseconds at normal speed. */
  pause(count: number): number {
    const before = this.history.steps[count - 1];
    const after = this.history.steps[count];
    if (before === undefined || after === undefined) return 0;
    return Math.min(LONGEST_PAUSE, Math.max(40, after.at_ms - before.at_ms));
  }

  /** The steps (counted from 1) that pasted or dropped something. */
  pastes(): number[] {
    return this.history.steps.flatMap((edit, index) => (brought(edit) ? [index + 1] : []));
  }

  private entered(stand: Stand, step: number): Stand {
    const text = this.anchors.get(step);
    return text === undefined || stand.points.join("") === text ? stand : typed(text);
  }
}

/** Whether an edit brought text from a clipboard or by dragging. */
export function brought(edit: Edit): boolean {
  return (edit.origin === "pasted" || edit.origin === "dropped") && edit.inserted !== "";
}

function typed(text: string): Stand {
  const points = Array.from(text);
  return { points, pasted: points.map(() => false) };
}

function copy(stand: Stand): Stand {
  return { points: [...stand.points], pasted: [...stand.pasted] };
}

function apply(stand: Stand, edit: Edit): void {
  const points = Array.from(edit.inserted);
  const gone = length(edit.removed);
  const pasted = brought(edit);
  const { position } = edit;
  stand.points = stand.points.slice(0, position).concat(points, stand.points.slice(position + gone));
  stand.pasted = stand.pasted
    .slice(0, position)
    .concat(
      points.map(() => pasted),
      stand.pasted.slice(position + gone),
    );
}

function length(text: string): number {
  return Array.from(text).length;
}

function pieces(stand: Stand, from: number, to: number): Piece[] {
  const found: Piece[] = [];
  stand.points.forEach((point, index) => {
    const pasted = stand.pasted[index] ?? false;
    const fresh = index >= from && index < to;
    const last = found.at(-1);
    if (last !== undefined && last.pasted === pasted && last.fresh === fresh) last.text += point;
    else found.push({ text: point, pasted, fresh });
  });
  return found;
}
