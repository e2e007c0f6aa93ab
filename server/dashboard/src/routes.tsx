// Every address of the dashboard. Pages are loaded when they are first opened.
import { createBrowserRouter, Navigate } from "react-router";
import { SignedIn } from "./frame/signed-in";
import { Broken, Lost } from "./pages/lost";
import { BackPage } from "./pages/signin/back";
import { SignInPage } from "./pages/signin/page";

export function makeRouter() {
  return createBrowserRouter([
    { path: "/signin", element: <SignInPage />, errorElement: <Broken /> },
    { path: "/signin/organisation", element: <BackPage />, errorElement: <Broken /> },
    {
      path: "/welcome",
      lazy: () => import("./pages/welcome/page"),
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
        { path: "live", lazy: () => import("./pages/live/page") },
        { path: "live/:id", lazy: () => import("./pages/live/look") },
        { path: "interviews", lazy: () => import("./pages/interviews/list") },
        { path: "interviews/new", lazy: () => import("./pages/interviews/create") },
        { path: "interviews/:id/terms", lazy: () => import("./pages/interviews/edit") },
        { path: "interviews/calendar", lazy: () => import("./pages/interviews/calendar") },
        { path: "interviews/checks", lazy: () => import("./pages/readiness/list") },
        { path: "interviews/:id/readiness", lazy: () => import("./pages/readiness/report") },
        { path: "interviews/:id", lazy: () => import("./pages/review/page") },
        { path: "papers", lazy: () => import("./pages/papers/list") },
        { path: "papers/new", lazy: () => import("./pages/papers/create") },
        { path: "papers/:id", lazy: () => import("./pages/papers/edit") },
        { path: "server", lazy: () => import("./pages/server/page") },
        { path: "reviews", lazy: () => import("./pages/reviews/page") },
        { path: "calibration", lazy: () => import("./pages/calibration/page") },
        { path: "compare/:paper?", lazy: () => import("./pages/compare/page") },
        { path: "results/charts", lazy: () => import("./pages/charts/page") },
        { path: "results", lazy: () => import("./pages/results/page") },
        { path: "audit", lazy: () => import("./pages/audit/page") },
        { path: "system", lazy: () => import("./pages/system/page") },
        { path: "account", lazy: () => import("./pages/account/page") },
        { path: "users", lazy: () => import("./pages/people/users") },
        { path: "teams", lazy: () => import("./pages/people/teams") },
        { path: "tokens", lazy: () => import("./pages/people/tokens") },
        { path: "privacy", lazy: () => import("./pages/privacy/page") },
        { path: "*", element: <Lost /> },
      ],
    },
  ]);
}
