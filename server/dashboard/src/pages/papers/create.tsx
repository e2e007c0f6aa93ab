// A new paper: its details first, its questions on the next page.
import { t } from "@lingui/core/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { keys } from "../../api/queries";
import { createPaper } from "../../client/sdk.gen";
import { Page } from "../../parts/page";
import { Panel } from "../../parts/panel";
import { tellFailed } from "../../parts/tell";
import { type Details, DetailsForm } from "./details";

export function Component() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const create = useMutation({
    mutationFn: async ({ title, description, minutes, language }: Details) =>
      (
        await createPaper({
          body: { title, description, language, duration_s: Math.round(minutes * 60) },
          throwOnError: true,
        })
      ).data,
    onSuccess: async (paper) => {
      await queries.invalidateQueries({ queryKey: keys.papers });
      await navigate(`/papers/${paper.id}`);
    },
    onError: tellFailed,
  });
  return (
    <Page title={t`New paper`} lead={t`Questions come next.`} narrow>
      <Panel>
        <DetailsForm
          initial={{ title: "", description: "", minutes: 45, language: "en" }}
          submit={t`Create paper`}
          saving={create.isPending}
          onSave={(details) => create.mutate(details)}
          onCancel={() => void navigate("/papers")}
        />
      </Panel>
    </Page>
  );
}
