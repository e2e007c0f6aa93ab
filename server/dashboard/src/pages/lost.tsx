// Where an address leads nowhere, and where a page broke while it was drawn.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Anchor, Button } from "@mantine/core";
import { Link, useRouteError } from "react-router";
import { Page } from "../parts/page";
import { Empty, Failed } from "../parts/states";

export function Lost() {
  return (
    <Page title={t`Nothing here`}>
      <Empty
        title={t`This address leads nowhere.`}
        action={
          <Button component={Link} to="/live" variant="default">
            <Trans>Go to the live interviews</Trans>
          </Button>
        }
      >
        <Trans>It may have been mistyped, or what it showed was removed.</Trans>
      </Empty>
    </Page>
  );
}

/** Also met after an update of the server, when an old page asks for a part that is gone. */
export function Broken() {
  const error = useRouteError();
  return (
    <main>
      <Page title={t`Something broke`} narrow>
        <Failed error={error} retry={() => window.location.reload()} />
        <Anchor href="/live" mt="md" display="inline-block">
          <Trans>Start over</Trans>
        </Anchor>
      </Page>
    </main>
  );
}
