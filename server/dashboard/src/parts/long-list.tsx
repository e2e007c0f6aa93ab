// A list of which only what is in sight is drawn, once it is long. One rule: a short list is all
// drawn, so that the browser's own search finds it; a long one costs no more than a screenful.
import { type ReactNode, lazy, Suspense, useEffect, useRef } from "react";
import classes from "./long-list.module.css";

// A page of short lists never loads it.
const InSight = lazy(() => import("./list-in-sight")) as <Item>(
  props: LongListProps<Item>,
) => ReactNode;

/** From here on only what is in sight is drawn. */
export const MANY = 40;

export interface LongListProps<Item> {
  items: readonly Item[];
  keyOf: (item: Item) => string;
  label?: string;
  /** Whether the order says something. */
  numbered?: boolean;
  className?: string;
  /** Whether a long one scrolls in a box of its own instead of making the page long. */
  boxed?: boolean;
  /** About the height of an item in pixels, before it is measured. */
  guessed: number;
  /** Pixels between two. */
  gap?: number;
  /** Which one is to be brought into sight: a new object each time that it is. */
  sought?: Sought | null;
  children: (item: Item) => ReactNode;
}

export interface Sought {
  key: string;
}

export function LongList<Item>(props: LongListProps<Item>) {
  if (props.items.length < MANY) return <Whole {...props} />;
  return (
    <Suspense fallback={<Whole {...props} items={props.items.slice(0, MANY)} />}>
      <InSight {...props} />
    </Suspense>
  );
}

function Whole<Item>(props: LongListProps<Item>) {
  const { items, keyOf, label, numbered = false, className = "", gap = 0, sought, children } = props;
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    const at = items.findIndex((item) => keyOf(item) === sought?.key);
    list.current?.children[at]?.scrollIntoView({ block: "nearest" });
    // Only when it is asked for: the list may change under it without a jump.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [sought]);
  const List = numbered ? "ol" : "ul";
  return (
    <List
      ref={(found: HTMLElement | null) => {
        list.current = found;
      }}
      className={`${classes.whole} ${className}`}
      style={{ gap }}
      aria-label={label}
    >
      {items.map((item) => (
        <li key={keyOf(item)}>{children(item)}</li>
      ))}
    </List>
  );
}
