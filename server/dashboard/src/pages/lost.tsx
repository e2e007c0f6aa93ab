// Where an address leads nowhere, and where a page broke while it was drawn.
import { Anchor, Button } from "@mantine/core";
import { Link, useRouteError } from "react-router";
import { Page } from "../parts/page";
import { Empty, Failed } from "../parts/states";

export function Lost() {
  return (
    <Page title="Nothing here">
      <Empty
        title="This address leads nowhere."
        action={
          <Button component={Link} to="/live" variant="default">
            Go to the live interviews
          </Button>
        }
      >
        It may have been mistyped, or what it showed was removed.
      </Empty>
    </Page>
  );
}

/** Also met after an update of the server, when an old page asks for a part that is gone. */
export function Broken() {
  const error = useRouteError();
  return (
    <main>
      <Page title="Something broke" narrow>
        <Failed error={error} retry={() => window.location.reload()} />
        <Anchor href="/live" mt="md" display="inline-block">
          Start over
        </Anchor>
      </Page>
    </main>
  );
}
