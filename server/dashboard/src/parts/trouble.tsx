// Why something did not work, at the place where it was tried.
import { Alert } from "@mantine/core";
import { explain } from "../api/refusal";

export function Trouble({ error }: { error: unknown }) {
  if (error === null || error === undefined) return null;
  const { title, detail } = explain(error);
  return (
    <Alert color="ember" role="alert" title={title}>
      {detail}
    </Alert>
  );
}
