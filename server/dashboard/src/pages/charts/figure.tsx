// One chart with its table. One rule: bars are for eyes only; everybody can open the table, and a
// screen reader is given nothing else.
import { Trans } from "@lingui/react/macro";
import { Table, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { Panel } from "../../parts/panel";
import type { Figures } from "./figures";
import classes from "./page.module.css";

interface FigureProps {
  title: string;
  note?: string;
  /** What is said where there is nothing to draw. */
  empty: string;
  figures: Figures;
  children: ReactNode;
}

export function Figure({ title, note, empty, figures, children }: FigureProps) {
  if (figures.rows.length === 0) {
    return (
      <Panel title={title} note={note}>
        <Text c="dimmed">{empty}</Text>
      </Panel>
    );
  }
  return (
    <Panel title={title} note={note}>
      <div aria-hidden="true">{children}</div>
      <details className={classes.table}>
        <summary><Trans>{title} as a table</Trans></summary>
        <Table.ScrollContainer minWidth={420} type="native">
          <Table aria-label={title}>
            <Table.Thead>
              <Table.Tr>
                {figures.heads.map((head) => (
                  <Table.Th key={head} scope="col">
                    {head}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {figures.rows.map(([name, ...values]) => (
                <Table.Tr key={name}>
                  <Table.Th scope="row">{name}</Table.Th>
                  {values.map((value, index) => (
                    <Table.Td key={figures.heads[index + 1]}>{value}</Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      </details>
    </Panel>
  );
}
