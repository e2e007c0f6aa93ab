// The items of a long list that are in sight. One rule: whatever the list's length, a screenful is
// drawn, and the one that has the keyboard, so that a dialog of it stays when it moves away.
import {
  defaultRangeExtractor,
  type Range,
  useVirtualizer,
  useWindowVirtualizer,
  type Virtualizer,
} from "@tanstack/react-virtual";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import classes from "./long-list.module.css";
import type { LongListProps } from "./long-list";

export default function InSight<Item>(props: LongListProps<Item>) {
  return props.boxed === true ? <Boxed {...props} /> : <OnPage {...props} />;
}

/** As long as it is, on a page that scrolls. */
function OnPage<Item>(props: LongListProps<Item>) {
  const list = useRef<HTMLDivElement>(null);
  const [above, setAbove] = useState(0);
  useLayoutEffect(() => {
    const look = () => {
      const top = list.current?.getBoundingClientRect().top ?? 0;
      setAbove(Math.round(top + window.scrollY));
    };
    look();
    // What stands above the list may grow, such as by an alert.
    const observer = new ResizeObserver(look);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, []);
  const [options, onHold] = useOptions(props);
  const virtual = useWindowVirtualizer<HTMLElement>({ ...options, scrollMargin: above });
  return (
    <div ref={list}>
      <Drawn {...props} virtual={virtual} above={above} onHold={onHold} />
    </div>
  );
}

/** In a box that scrolls by itself, so that what follows on the page stays near. */
function Boxed<Item>(props: LongListProps<Item>) {
  const box = useRef<HTMLDivElement>(null);
  const [options, onHold] = useOptions(props);
  // Nothing here is made by React's compiler, which the warning is about.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer<HTMLDivElement, HTMLElement>({
    ...options,
    getScrollElement: () => box.current,
  });
  const { sought } = props;
  useEffect(() => {
    if (sought) box.current?.scrollIntoView({ block: "nearest" });
  }, [sought]);
  return (
    <div ref={box} className={classes.box}>
      <Drawn {...props} virtual={virtual} above={0} onHold={onHold} />
    </div>
  );
}

/** Drawn above and below the screen, so that scrolling shows no gap. */
const AROUND = 4;

/** What both ways share, and who is told which item has the keyboard. */
function useOptions<Item>({ items, keyOf, guessed, gap = 0 }: LongListProps<Item>) {
  const [held, setHeld] = useState<string | null>(null);
  const holding = held === null ? -1 : items.findIndex((item) => keyOf(item) === held);
  const options = {
    count: items.length,
    estimateSize: () => guessed,
    gap,
    overscan: AROUND,
    getItemKey: (index: number) => {
      const item = items[index];
      return item === undefined ? index : keyOf(item);
    },
    rangeExtractor: (range: Range) => {
      const shown = defaultRangeExtractor(range);
      if (holding === -1 || shown.includes(holding)) return shown;
      return holding < (shown[0] ?? 0) ? [holding, ...shown] : [...shown, holding];
    },
  };
  return [options, setHeld] as const;
}

interface DrawnProps<Item> extends LongListProps<Item> {
  virtual: Pick<
    Virtualizer<Window, HTMLElement>,
    "getTotalSize" | "getVirtualItems" | "measureElement" | "scrollToIndex"
  >;
  /** Pixels from the page's top to the list's. */
  above: number;
  onHold: (key: string) => void;
}

function Drawn<Item>(props: DrawnProps<Item>) {
  const { items, keyOf, virtual, above, sought } = props;
  useEffect(() => {
    const at = items.findIndex((item) => keyOf(item) === sought?.key);
    if (at !== -1) virtual.scrollToIndex(at, { align: "center" });
    // Only when it is asked for: the list may change under it without a jump.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [sought]);
  const List = props.numbered === true ? "ol" : "ul";
  return (
    <List
      className={`${classes.tall} ${props.className ?? ""}`}
      aria-label={props.label}
      style={{ height: virtual.getTotalSize() }}
    >
      {virtual.getVirtualItems().map((row) => {
        const item = items[row.index];
        return (
          item !== undefined && (
            <li
              key={row.key}
              ref={virtual.measureElement}
              data-index={row.index}
              aria-setsize={items.length}
              aria-posinset={row.index + 1}
              className={classes.placed}
              style={{ transform: `translateY(${row.start - above}px)` }}
              onFocus={() => props.onHold(keyOf(item))}
            >
              {props.children(item)}
            </li>
          )
        );
      })}
    </List>
  );
}
