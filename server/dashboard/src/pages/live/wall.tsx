// A list of tiles of which only those in sight are drawn. One rule: a few tiles are all drawn, so
// that the browser's own search finds them; a wall of hundreds costs no more than a screenful.
import { type ReactNode, lazy, Suspense } from "react";
import classes from "./page.module.css";

// A wall of a few tiles never loads it.
const InSight = lazy(() => import("./wall-in-sight")) as <Item>(props: WallProps<Item>) => ReactNode;

/** From here on only what is in sight is drawn. */
export const MANY = 40;

export interface WallProps<Item> {
  items: readonly Item[];
  keyOf: (item: Item) => string;
  label: string;
  stale: boolean;
  children: (item: Item) => ReactNode;
}

export function Wall<Item>(props: WallProps<Item>) {
  if (props.items.length < MANY) return <Whole {...props} />;
  return (
    <Suspense fallback={<Whole {...props} items={props.items.slice(0, MANY)} />}>
      <InSight {...props} />
    </Suspense>
  );
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
