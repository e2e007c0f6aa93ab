// Everything the dashboard is made of, put together once: theme, language, server state, session, routes.
import { I18nProvider } from "@lingui/react";
import { localStorageColorSchemeManager, MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { QueryClientProvider } from "@tanstack/react-query";
import { useState } from "react";
import { i18n } from "#spoken";
import { RouterProvider } from "react-router";
import { makeQueries } from "./api/queries";
import { makeRouter } from "./routes";
import { resolveVariables, theme } from "./theme/theme";

const schemes = localStorageColorSchemeManager({ key: "invigil-scheme" });

export function App({ nonce }: { nonce: string }) {
  const [queries] = useState(makeQueries);
  const [router] = useState(makeRouter);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={resolveVariables}
      colorSchemeManager={schemes}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <I18nProvider i18n={i18n}>
        <Notifications position="bottom-right" limit={3} />
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </I18nProvider>
    </MantineProvider>
  );
}
