// One's own account: what one signs in with, and where one is signed in.
import { t } from "@lingui/core/macro";
import { Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { keys } from "../../api/queries";
import { useSession } from "../../api/session";
import { getFactors } from "../../client/sdk.gen";
import { Page } from "../../parts/page";
import { Failed, Loading } from "../../parts/states";
import { AppPanel } from "./app";
import { CodesDialog, CodesPanel } from "./codes";
import { PasskeysPanel } from "./passkeys";
import { PasswordPanel } from "./password";
import { SignInsPanel } from "./sign-ins";

export function Component() {
  const { person } = useSession();
  const [codes, setCodes] = useState<readonly string[]>([]);
  const factors = useQuery({
    queryKey: keys.factors,
    queryFn: async ({ signal }) => (await getFactors({ signal, throwOnError: true })).data,
  });
  return (
    <Page title={t`Account and sign-in`} lead={person?.email} narrow>
      {factors.isPending && <Loading rows={3} height={120} />}
      {factors.isError && <Failed error={factors.error} retry={() => void factors.refetch()} />}
      {factors.isSuccess && (
        <Stack gap="lg">
          <AppPanel on={factors.data.totp} onCodes={setCodes} />
          <PasskeysPanel factors={factors.data} onCodes={setCodes} />
          {(factors.data.totp || factors.data.passkeys.length > 0) && (
            <CodesPanel left={factors.data.recovery_codes_left} onCodes={setCodes} />
          )}
          {factors.data.password && <PasswordPanel />}
          <SignInsPanel />
        </Stack>
      )}
      <CodesDialog codes={codes} onClose={() => setCodes([])} />
    </Page>
  );
}
