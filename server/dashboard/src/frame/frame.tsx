// The frame around every signed-in page: navigation, who is signed in, light or dark.
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
  { to: "/live", label: "Live", icon: LiveIcon, scopes: ["proctor"] },
  {
    to: "/interviews",
    label: "Interviews",
    icon: InterviewsIcon,
    scopes: ["scheduler", "proctor", "reviewer"],
  },
  { to: "/results", label: "Results", icon: ResultsIcon, scopes: ["reviewer"] },
  { to: "/reviews", label: "Reviews", icon: ReviewsIcon, scopes: ["reviewer"] },
  { to: "/calibration", label: "Calibration", icon: CalibrationIcon, scopes: ["reviewer"] },
  { to: "/papers", label: "Papers", icon: PapersIcon, scopes: ["author", "scheduler"] },
  { to: "/privacy", label: "Privacy", icon: PrivacyIcon, scopes: ["reviewer"] },
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
        Skip to the content
      </a>
      <AppShell.Header className={classes.header} hiddenFrom="md">
        <Burger
          opened={open}
          onClick={toggle}
          size="sm"
          aria-label={open ? "Close the navigation" : "Open the navigation"}
        />
        <Wordmark size={24} />
      </AppShell.Header>
      <AppShell.Navbar className={classes.navbar} aria-label="Main">
        <div className={classes.brand}>
          <Link to="/live" aria-label="Invigil, live interviews" className={classes.home}>
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
          <span className="hidden-text">Account of </span>
          <span className={classes.initials} aria-hidden="true">
            {initials(person.name || person.email)}
          </span>
          <span className={classes.personName}>{person.name || person.email}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label className={classes.email}>{person.email}</Menu.Label>
        <Menu.Item component={Link} to="/account">
          Account and sign-in
        </Menu.Item>
        <Menu.Item component={Link} to="/tokens">
          API tokens
        </Menu.Item>
        <Menu.Item component={Link} to="/teams">
          Teams
        </Menu.Item>
        {person.role === "super_admin" && (
          <Menu.Item component={Link} to="/users">
            Users
          </Menu.Item>
        )}
        {person.role === "super_admin" && (
          <Menu.Item component={Link} to="/server">
            Server
          </Menu.Item>
        )}
        {person.role === "super_admin" && (
          <Menu.Item component={Link} to="/system">
            Webhooks and background work
          </Menu.Item>
        )}
        {person.role === "super_admin" && (
          <Menu.Item component={Link} to="/audit">
            Audit log
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Item onClick={() => void signOut()}>Sign out</Menu.Item>
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
      aria-label={dark ? "Use the light scheme" : "Use the dark scheme"}
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
