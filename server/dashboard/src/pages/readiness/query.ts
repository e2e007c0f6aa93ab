// The reports of one interview, asked for by its page and by the page of a report.
import { useQuery } from "@tanstack/react-query";
import { keys } from "../../api/queries";
import { listInterviewReadiness } from "../../client/sdk.gen";

export function useReports(session: string) {
  return useQuery({
    queryKey: [...keys.readiness, "of", session],
    queryFn: async ({ signal }) =>
      (await listInterviewReadiness({ path: { id: session }, signal, throwOnError: true })).data,
  });
}
