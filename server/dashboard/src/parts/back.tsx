// The way back to the list that a page belongs to.
import { Anchor } from "@mantine/core";
import type { ReactNode } from "react";
import { Link } from "react-router";

export function Back({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Anchor component={Link} to={to} size="sm" display="inline-block" mb={6}>
      ← {children}
    </Anchor>
  );
}
