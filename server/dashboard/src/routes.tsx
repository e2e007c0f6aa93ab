// Every address of the dashboard. Pages are loaded when they are first opened; the live page, where
// a sign-in leads to, comes with the first files.
import { createBrowserRouter, Navigate } from "react-router";
import { withWords } from "#spoken";
import { SignedIn } from "./frame/signed-in";
import { Component as LivePage } from "./pages/live/page";
import { Broken, Lost } from "./pages/lost";

export function makeRouter() {
  return createBrowserRouter([
    {
      path: "/signin",
      lazy: () => import("./pages/signin/page"),
      errorElement: <Broken />,
      hydrateFallbackElement: <div />,
    },
    {
      path: "/signin/organisation",
      lazy: () => import("./pages/signin/back"),
      errorElement: <Broken />,
      hydrateFallbackElement: <div />,
    },
    {
      path: "/welcome",
      lazy: () => withWords(() => import("./pages/welcome/page")),
      errorElement: <Broken />,
      hydrateFallbackElement: <div />,
    },
    {
      path: "/",
      element: <SignedIn />,
      errorElement: <Broken />,
      hydrateFallbackElement: <div />,
      children: [
        { index: true, element: <Navigate to="/live" replace /> },
        { path: "live", Component: LivePage },
        { path: "live/:id", lazy: () => import("./pages/live/look") },
        { path: "interviews", lazy: () => withWords(() => import("./pages/interviews/list")) },
        { path: "interviews/new", lazy: () => withWords(() => import("./pages/interviews/create")) },
        { path: "interviews/:id/terms", lazy: () => withWords(() => import("./pages/interviews/edit")) },
        { path: "interviews/calendar", lazy: () => withWords(() => import("./pages/interviews/calendar")) },
        { path: "interviews/checks", lazy: () => withWords(() => import("./pages/readiness/list")) },
        { path: "interviews/:id/readiness", lazy: () => withWords(() => import("./pages/readiness/report")) },
        { path: "interviews/:id", lazy: () => withWords(() => import("./pages/review/page")) },
        { path: "papers", lazy: () => withWords(() => import("./pages/papers/list")) },
        { path: "papers/new", lazy: () => withWords(() => import("./pages/papers/create")) },
        { path: "papers/:id", lazy: () => withWords(() => import("./pages/papers/edit")) },
        { path: "server", lazy: () => withWords(() => import("./pages/server/page")) },
        { path: "reviews", lazy: () => withWords(() => import("./pages/reviews/page")) },
        { path: "calibration", lazy: () => withWords(() => import("./pages/calibration/page")) },
        { path: "compare/:paper?", lazy: () => withWords(() => import("./pages/compare/page")) },
        { path: "results/charts", lazy: () => withWords(() => import("./pages/charts/page")) },
        { path: "results", lazy: () => withWords(() => import("./pages/results/page")) },
        { path: "audit", lazy: () => withWords(() => import("./pages/audit/page")) },
        { path: "system", lazy: () => withWords(() => import("./pages/system/page")) },
        { path: "account", lazy: () => withWords(() => import("./pages/account/page")) },
        { path: "users", lazy: () => withWords(() => import("./pages/people/users")) },
        { path: "teams", lazy: () => withWords(() => import("./pages/people/teams")) },
        { path: "tokens", lazy: () => withWords(() => import("./pages/people/tokens")) },
        { path: "privacy", lazy: () => withWords(() => import("./pages/privacy/page")) },
        { path: "*", element: <Lost /> },
      ],
    },
  ]);
}
