// Short messages in the corner: what was done, or why it was not.
import { t } from "@lingui/core/macro";
import { notifications } from "@mantine/notifications";
import { explain } from "../api/refusal";

const closeButtonProps = { "aria-label": t`Close` };

export function tellDone(message: string): void {
  notifications.show({ message, color: "moss", closeButtonProps });
}

export function tellFailed(error: unknown): void {
  const { title, detail } = explain(error);
  notifications.show({ title, message: detail, color: "ember", autoClose: 10_000, closeButtonProps });
}
