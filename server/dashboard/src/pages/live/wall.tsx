// A list of tiles of which only those in sight are drawn. One rule: a few tiles are all drawn, so
// that the browser's own search finds them; a wall of hundreds costs no more than a screenful.
import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useLayoutEffect, useRef, useState } from "react";
import classes from "./page.module.css";

/** From here on only what is in sight is drawn. */
export const MANY = 40;
/** About a tile's height with its gap, before it is measured. */
const GUESSED = 92;
const GAP = 10;
/** Drawn above and below the screen, so that scrolling shows no gap. */
const AROUND = 4;

interface WallProps<Item> {
  items: readonly Item[];
  keyOf: (item: Item) => string;
  label: string;
  stale: boolean;
  children: (item: Item) => ReactNode;
}

export function Wall<Item>(props: WallProps<Item>) {
  return props.items.length < MANY ? <Whole {...props} /> : <InSight {...props} />;
}

function Whole<Item>({ items, keyOf, label, stale, children }: WallProps<Item>) {
  return (
    <ul className={classes.tiles} aria-label={label} data-stale={stale || undefined}>
      {items.map((item) => (
        <li key={keyOf(item)}>{children(item)}</li>
      ))}
    </ul>
  );
}

function InSight<Item>({ items, keyOf, label, stale, children }: WallProps<Item>) {
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
