// Lists as tables: column heads, rows that lead somewhere, and room to breathe.
import { Table } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./table.module.css";

export function ListTable({ label, heads, children }: {
  label: string;
  heads: readonly string[];
  children: ReactNode;
}) {
  return (
    <div className={classes.sheet}>
      <Table.ScrollContainer minWidth={680} type="native">
        <Table aria-label={label} className={classes.table}>
          <Table.Thead>
            <Table.Tr>
              {heads.map((head) => (
                <Table.Th key={head} scope="col">
                  {head}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>{children}</Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </div>
  );
}

/** Two lines in a cell: what it is, and a quieter detail below. What `wraps` is never cut off. */
export function TwoLines({ first, second, wraps = false }: {
  first: ReactNode;
  second: ReactNode;
  wraps?: boolean;
}) {
  return (
    <div className={wraps ? `${classes.two} ${classes.wraps}` : classes.two}>
      <div className={classes.first}>{first}</div>
      <div className={classes.second}>{second}</div>
    </div>
  );
}
