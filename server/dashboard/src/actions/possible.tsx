// The menu on an interview's own page: what may be asked is read anew with every status.
import { useQuery } from "@tanstack/react-query";
import { keys } from "../api/queries";
import { listActions } from "../client/sdk.gen";
import { ActionMenu } from "./menu";

interface PossibleActionsProps {
  session: string;
  name: string;
  status: string;
}

export function PossibleActions({ session, name, status }: PossibleActionsProps) {
  const given = useQuery({
    queryKey: [...keys.actions(session), status],
    queryFn: async ({ signal }) =>
      (await listActions({ path: { id: session }, signal, throwOnError: true })).data,
  });
  return (
    <ActionMenu
      session={session}
      name={name}
      possible={given.data?.possible ?? []}
      blocks={given.data?.blocks ?? []}
    />
  );
}
