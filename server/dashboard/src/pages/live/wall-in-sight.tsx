// The tiles of a long list that are in sight. One rule: whatever the list's length, a screenful is
// drawn; loaded when a list first is as long.
import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useLayoutEffect, useRef, useState } from "react";
import classes from "./page.module.css";
import type { WallProps } from "./wall";

/** About a tile's height with its gap, before it is measured. */
const GUESSED = 92;
const GAP = 10;
/** Drawn above and below the screen, so that scrolling shows no gap. */
const AROUND = 4;

export default function InSight<Item>({ items, keyOf, label, stale, children }: WallProps<Item>) {
  const list = useRef<HTMLUListElement>(null);
  const [above, setAbove] = useState(0);
  useLayoutEffect(() => {
    const top = list.current?.getBoundingClientRect().top ?? 0;
    setAbove(Math.round(top + window.scrollY));
  }, [items.length]);
  const virtual = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => GUESSED,
    gap: GAP,
    overscan: AROUND,
    scrollMargin: above,
    getItemKey: (index) => {
      const item = items[index];
      return item === undefined ? index : keyOf(item);
    },
  });
  return (
    <ul
      ref={list}
      className={classes.tall}
      aria-label={label}
      data-stale={stale || undefined}
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
            >
              {children(item)}
            </li>
          )
        );
      })}
    </ul>
  );
}
