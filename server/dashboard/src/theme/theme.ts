// The look in one place: a quiet petrol as the only brand colour, warm paper greys, and four
// severity colours. Every text colour here keeps 4.5 : 1 on every surface it is used on.
import {
  Alert,
  Badge,
  Button,
  createTheme,
  type CSSVariablesResolver,
  type MantineColorsTuple,
} from "@mantine/core";

const tide: MantineColorsTuple = [
  "#eef6f7", "#dbebee", "#b8d6dc", "#90bfc9", "#6fabb8",
  "#4f95a4", "#377f8f", "#2a6b79", "#1d5563", "#123f4b",
];
const ember: MantineColorsTuple = [
  "#fdf1ee", "#f9ddd6", "#f2bcae", "#ea9a86", "#e27d65",
  "#d3604a", "#bd4a35", "#a63a27", "#8a2d1d", "#6b2115",
];
const amber: MantineColorsTuple = [
  "#fdf6e6", "#f9e8c3", "#f2d590", "#eac25f", "#dfae3c",
  "#c28f1f", "#9f7212", "#82590b", "#694607", "#513504",
];
const moss: MantineColorsTuple = [
  "#f0f6ef", "#dfecdd", "#c0d9bc", "#9dc497", "#7fb177",
  "#639a5b", "#4e8347", "#3d6d37", "#2f5729", "#21411d",
];
const slate: MantineColorsTuple = [
  "#f4f6f7", "#e6eaec", "#cdd4d8", "#b0bac0", "#94a0a8",
  "#78868f", "#5c6972", "#495660", "#37424a", "#252e35",
];
const dark: MantineColorsTuple = [
  "#dde1e4", "#bcc4c9", "#9aa4ab", "#69747c", "#414b53",
  "#323b42", "#262e34", "#1b2126", "#14191d", "#0d1114",
];

const serif =
  '"Iowan Old Style", "Palatino Linotype", Palatino, "Book Antiqua", "Noto Serif", Georgia, serif';
const sans = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", sans-serif';
const mono =
  'ui-monospace, "SF Mono", "Cascadia Mono", "JetBrains Mono", "DejaVu Sans Mono", Consolas, monospace';

export const theme = createTheme({
  colors: { tide, ember, amber, moss, slate, dark, red: ember },
  black: "#1d262c",
  primaryColor: "tide",
  primaryShade: { light: 7, dark: 7 },
  autoContrast: false,
  fontFamily: sans,
  fontFamilyMonospace: mono,
  headings: {
    fontFamily: serif,
    fontWeight: "600",
    sizes: {
      h1: { fontSize: "1.75rem", lineHeight: "1.2" },
      h2: { fontSize: "1.25rem", lineHeight: "1.3" },
      h3: { fontSize: "1.0625rem", lineHeight: "1.35" },
    },
  },
  defaultRadius: "md",
  radius: { xs: "3px", sm: "5px", md: "8px", lg: "12px", xl: "18px" },
  fontSizes: { xs: "0.8125rem", sm: "0.875rem", md: "0.9375rem", lg: "1.0625rem", xl: "1.25rem" },
  focusRing: "auto",
  cursorType: "pointer",
  components: {
    Button: Button.extend({ defaultProps: { size: "sm" } }),
    Badge: Badge.extend({ defaultProps: { variant: "light", radius: "sm", tt: "none", fw: 600 } }),
    Alert: Alert.extend({ defaultProps: { variant: "light", radius: "md" } }),
  },
});

/** Own tokens beside Mantine's, for both schemes; src/theme/global.css and the pages use them. */
export const resolveVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--mantine-color-body": "#f7f6f2",
    "--mantine-color-text": "#1d262c",
    "--mantine-color-dimmed": "#56626b",
    "--mantine-color-placeholder": "#67737c",
    "--mantine-color-anchor": "#1d5563",
    "--mantine-color-error": "#a63a27",
    "--mantine-color-red-light-color": "#8a2d1d",
    "--mantine-color-ember-light-color": "#8a2d1d",
    "--mantine-color-amber-light-color": "#694607",
    "--mantine-color-moss-light-color": "#2f5729",
    "--mantine-color-slate-light-color": "#37424a",
    "--mantine-color-tide-light-color": "#1d5563",
    "--mantine-color-default-border": "#d9d8d1",
    "--surface": "#ffffff",
    "--surface-sunk": "#f1f0eb",
    "--line": "#e4e2da",
    "--line-strong": "#cfccc2",
    "--accent": "#1d5563",
    "--accent-wash": "#e6f0f1",
    "--mark": "#fbeec8",
    "--mark-line": "#c28f1f",
    "--severity-info": "#78868f",
    "--severity-low": "#377f8f",
    "--severity-medium": "#b07a10",
    "--severity-high": "#a63a27",
  },
  dark: {
    "--mantine-color-body": "#14191d",
    "--mantine-color-text": "#dde1e4",
    "--mantine-color-dimmed": "#a3adb4",
    "--mantine-color-placeholder": "#8f9aa2",
    "--mantine-color-anchor": "#90bfc9",
    "--mantine-color-error": "#ea9a86",
    "--mantine-color-red-light-color": "#f2bcae",
    "--mantine-color-ember-light-color": "#f2bcae",
    "--mantine-color-amber-light-color": "#f2d590",
    "--mantine-color-moss-light-color": "#c0d9bc",
    "--mantine-color-slate-light-color": "#cdd4d8",
    "--mantine-color-tide-light-color": "#b8d6dc",
    "--mantine-color-ember-light": "rgb(211 96 74 / 22%)",
    "--mantine-color-amber-light": "rgb(223 174 60 / 18%)",
    "--mantine-color-moss-light": "rgb(99 154 91 / 26%)",
    "--mantine-color-slate-light": "rgb(148 160 168 / 20%)",
    "--mantine-color-tide-light": "rgb(79 149 164 / 26%)",
    "--mantine-color-default-border": "#39434a",
    "--surface": "#1b2126",
    "--surface-sunk": "#171c20",
    "--line": "#2a3238",
    "--line-strong": "#414b53",
    "--accent": "#90bfc9",
    "--accent-wash": "#1c3138",
    "--mark": "#4a3a12",
    "--mark-line": "#dfae3c",
    "--severity-info": "#94a0a8",
    "--severity-low": "#6fabb8",
    "--severity-medium": "#dfae3c",
    "--severity-high": "#e27d65",
  },
});
