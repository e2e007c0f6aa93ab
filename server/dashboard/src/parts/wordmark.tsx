// The name and its lamp: someone keeps watch, with the light on.
import { Trans } from "@lingui/react/macro";
import classes from "./wordmark.module.css";

export function Mark({ size = 26 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" fill="#1d5563" />
      <path
        d="M11.2 9.2a9 9 0 1 0 9.6 0"
        fill="none"
        stroke="#fff"
        strokeWidth="2.4"
        strokeLinecap="round"
      />
      <circle cx="16" cy="9" r="2.8" fill="#f2c879" />
    </svg>
  );
}

export function Wordmark({ size = 26 }: { size?: number }) {
  return (
    <span className={classes.wordmark}>
      <Mark size={size} />
      <span className={classes.name}><Trans>Invigil</Trans></span>
    </span>
  );
}
