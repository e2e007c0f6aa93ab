// The frame around every signed-in page: navigation, who is signed in, light or dark.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import {
  ActionIcon,
  AppShell,
  Burger,
  Group,
  Menu,
  NavLink,
  Stack,
  UnstyledButton,
  useComputedColorScheme,
  useMantineColorScheme,
} from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { ComponentType } from "react";
import { Link, Outlet, useLocation } from "react-router";
import { useSession } from "../api/session";
import type { Scope } from "../client/types.gen";
import {
  CalibrationIcon,
  InterviewsIcon,
  LiveIcon,
  MoonIcon,
  PapersIcon,
  PrivacyIcon,
  ResultsIcon,
  ReviewsIcon,
  SunIcon,
} from "../parts/icons";
import { LanguageItems } from "./languages";
import { MaintenanceNotice } from "./notice";
import { Wordmark } from "../parts/wordmark";
import classes from "./frame.module.css";

interface Place {
  to: string;
  label: string;
  icon: ComponentType;
  /** Shown to whoever has one of them. */
  scopes: readonly Scope[];
}

const PLACES: readonly Place[] = [
  { to: "/live", label: t`Live`, icon: LiveIcon, scopes: ["proctor"] },
  {
    to: "/interviews",
    label: t`Interviews`,
    icon: InterviewsIcon,
    scopes: ["scheduler", "proctor", "reviewer"],
  },
  { to: "/results", label: t`Results`, icon: ResultsIcon, scopes: ["reviewer"] },
  { to: "/reviews", label: t`Reviews`, icon: ReviewsIcon, scopes: ["reviewer"] },
  { to: "/calibration", label: t`Calibration`, icon: CalibrationIcon, scopes: ["reviewer"] },
  { to: "/papers", label: t`Papers`, icon: PapersIcon, scopes: ["author", "scheduler"] },
  { to: "/privacy", label: t`Privacy`, icon: PrivacyIcon, scopes: ["reviewer"] },
];

export function Frame() {
  const [open, { toggle, close }] = useDisclosure(false);
  return (
    <AppShell
      navbar={{ width: 228, breakpoint: "md", collapsed: { mobile: !open } }}
      header={{ height: { base: 56, md: 0 } }}
      padding={0}
    >
      <a className="skip-link" href="#content">
        <Trans>Skip to the content</Trans>
      </a>
      <AppShell.Header className={classes.header} hiddenFrom="md">
        <Burger
          opened={open}
          onClick={toggle}
          size="sm"
          aria-label={open ? t`Close the navigation` : t`Open the navigation`}
        />
        <Wordmark size={24} />
      </AppShell.Header>
      <AppShell.Navbar className={classes.navbar} aria-label={t`Main`}>
        <div className={classes.brand}>
          <Link to="/live" aria-label={t`Invigil, live interviews`} className={classes.home}>
            <Wordmark />
          </Link>
        </div>
        <Stack gap={4} flex={1}>
          <Places onGo={close} />
        </Stack>
        <Group justify="space-between" wrap="nowrap" className={classes.foot}>
          <Person />
          <SchemeToggle />
        </Group>
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1} className={classes.main}>
        <MaintenanceNotice />
        <Outlet />
      </AppShell.Main>
    </AppShell>
  );
}

function Places({ onGo }: { onGo: () => void }) {
  const { pathname } = useLocation();
  const { person } = useSession();
  const mine = PLACES.filter(({ scopes }) => scopes.some((one) => person?.scopes.includes(one)));
  return mine.map(({ to, label, icon: Icon }) => {
    const here = pathname === to || pathname.startsWith(`${to}/`);
    return (
      <NavLink
        key={to}
        component={Link}
        to={to}
        label={label}
        leftSection={<Icon />}
        active={here}
        aria-current={here ? "page" : undefined}
        onClick={onGo}
        classNames={{ root: classes.place, label: classes.placeLabel }}
      />
    );
  });
}

function Person() {
  const { person, signOut } = useSession();
  if (person === null) return null;
  return (
    <Menu position="top-start" width={240} withinPortal>
      <Menu.Target>
        <UnstyledButton className={classes.person}>
          <span className="hidden-text"><Trans>Account of </Trans></span>
          <span className={classes.initials} aria-hidden="true">
            {initials(person.name || person.email)}
          </span>
          <span className={classes.personName}>{person.name || person.email}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label className={classes.email}>{person.email}</Menu.Label>
        <Menu.Item component={Link} to="/account">
          <Trans>Account and sign-in</Trans>
        </Menu.Item>
        <Menu.Item component={Link} to="/tokens">
          <Trans>API tokens</Trans>
        </Menu.Item>
        <Menu.Item component={Link} to="/teams">
          <Trans>Teams</Trans>
        </Menu.Item>
        {person.role === "super_admin" && (
          <Menu.Item component={Link} to="/users">
            <Trans>Users</Trans>
          </Menu.Item>
        )}
        {person.role === "super_admin" && (
          <Menu.Item component={Link} to="/server">
            <Trans>Server</Trans>
          </Menu.Item>
        )}
        {person.role === "super_admin" && (
          <Menu.Item component={Link} to="/system">
            <Trans>Webhooks and background work</Trans>
          </Menu.Item>
        )}
        {person.role === "super_admin" && (
          <Menu.Item component={Link} to="/audit">
            <Trans>Audit log</Trans>
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Label><Trans>Language</Trans></Menu.Label>
        <LanguageItems />
        <Menu.Divider />
        <Menu.Item onClick={() => void signOut()}><Trans>Sign out</Trans></Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

export function SchemeToggle() {
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme("light") === "dark";
  return (
    <ActionIcon
      variant="subtle"
      color="slate"
      size="lg"
      aria-label={dark ? t`Use the light scheme` : t`Use the dark scheme`}
      onClick={() => setColorScheme(dark ? "light" : "dark")}
    >
      {dark ? <SunIcon /> : <MoonIcon />}
    </ActionIcon>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/u).filter((word) => word !== "");
  return words
    .slice(0, 2)
    .map((word) => [...word][0]?.toUpperCase() ?? "")
    .join("");
}
