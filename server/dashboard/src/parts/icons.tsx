// The few pictograms of the frame, drawn on a 20-unit grid with one stroke width.
import type { ReactNode } from "react";

function Icon({ children }: { children: ReactNode }) {
  return (
    <svg
      width="18"
      height="18"
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

export const LiveIcon = () => (
  <Icon>
    <circle cx="10" cy="10" r="2" />
    <path d="M6 14a5.7 5.7 0 0 1 0-8M14 6a5.7 5.7 0 0 1 0 8M3.5 16.5a9.2 9.2 0 0 1 0-13M16.5 3.5a9.2 9.2 0 0 1 0 13" />
  </Icon>
);

export const InterviewsIcon = () => (
  <Icon>
    <rect x="3" y="4.5" width="14" height="12" rx="2" />
    <path d="M3 8.5h14M7 2.8v3M13 2.8v3" />
  </Icon>
);

export const PapersIcon = () => (
  <Icon>
    <path d="M5 2.8h7l3.5 3.5v11H5z" />
    <path d="M8 9.5h5M8 13h5" />
  </Icon>
);

export const ResultsIcon = () => (
  <Icon>
    <path d="M3.5 16.5h13M6 13.5v-4M10 13.5v-8M14 13.5v-6" />
  </Icon>
);

export const ReviewsIcon = () => (
  <Icon>
    <path d="M4 3.5h9l3 3v10H4zM7 9.5h6M7 12.5h4" />
  </Icon>
);

export const CalibrationIcon = () => (
  <Icon>
    <path d="M3.5 16.5 16.5 3.5M4 8.5l2 2M7 5.5l2 2M10.5 14.5l-2-2M14.5 11.5l-2-2" />
  </Icon>
);

export const SunIcon = () => (
  <Icon>
    <circle cx="10" cy="10" r="3.2" />
    <path d="M10 2.5v1.8M10 15.7v1.8M2.5 10h1.8M15.7 10h1.8M4.7 4.7 6 6M14 14l1.3 1.3M4.7 15.3 6 14M14 6l1.3-1.3" />
  </Icon>
);

export const MoonIcon = () => (
  <Icon>
    <path d="M16.5 12.2A7 7 0 0 1 7.8 3.5a7 7 0 1 0 8.7 8.7Z" />
  </Icon>
);

export const PrivacyIcon = () => (
  <Icon>
    <rect x="4" y="9" width="12" height="8.2" rx="2" />
    <path d="M6.8 9V6.4a3.2 3.2 0 0 1 6.4 0V9M10 12.4v1.8" />
  </Icon>
);
