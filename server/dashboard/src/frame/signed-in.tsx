// The gate: who is not signed in goes to the sign-in page and comes back to where they were.
import { t } from "@lingui/core/macro";
import { Center, Loader } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo } from "react";
import { Navigate, useLocation, useNavigate } from "react-router";
import { keys } from "../api/queries";
import { Refusal } from "../api/refusal";
import { type Person, SessionContext } from "../api/session";
import { whenSignedOut } from "../api/transport";
import { getMe, logout } from "../client/sdk.gen";
import { Failed } from "../parts/states";
import { Page } from "../parts/page";
import { Frame } from "./frame";
import { StepUpDialog } from "./step-up";

/** The person signed in, null where nobody is. */
async function whoIsHere(): Promise<Person | null> {
  try {
    return (await getMe({ throwOnError: true })).data;
  } catch (error) {
    if (error instanceof Refusal && error.status === 401) return null;
    throw error;
  }
}

export function SignedIn() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const person = useQuery({
    queryKey: keys.me,
    queryFn: whoIsHere,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });

  useEffect(() => {
    whenSignedOut(() => {
      queries.setQueryData(keys.me, null);
    });
  }, [queries]);

  const signOut = useCallback(async () => {
    // Whatever the server answers, this browser forgets what it showed.
    await logout().catch(() => undefined);
    queries.clear();
    await navigate("/signin", { replace: true });
  }, [queries, navigate]);

  const session = useMemo(() => ({ person: person.data ?? null, signOut }), [person.data, signOut]);

  if (person.isPending) {
    return (
      <Center h="100vh" component="main">
        <Loader aria-label={t`Loading`} />
      </Center>
    );
  }
  if (person.data === null) {
    const next = encodeURIComponent(pathname + search);
    return <Navigate to={pathname === "/" ? "/signin" : `/signin?next=${next}`} replace />;
  }
  if (person.isError) {
    return (
      <main>
        <Page title="Invigil" narrow>
          <Failed error={person.error} retry={() => void person.refetch()} />
        </Page>
      </main>
    );
  }
  return (
    <SessionContext value={session}>
      <Frame />
      <StepUpDialog />
    </SessionContext>
  );
}
