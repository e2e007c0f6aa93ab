// The button that ends all that runs. One rule: its dialog is loaded when it is first wanted, since the
// live page is the first that most people open.
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { lazy, Suspense, useState } from "react";

const EndAllDialog = lazy(() => import("./end-all-dialog"));

/** A button that opens the dialog. `running`: how many run, as the page shows them. */
export function EndAll({ running }: { running: number }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" size="xs" onClick={() => setOpen(true)}>
        <Trans>End all…</Trans>
      </Button>
      <Suspense fallback={null}>
        {open && <EndAllDialog running={running} close={() => setOpen(false)} />}
      </Suspense>
    </>
  );
}
