// /docs: the API with a form to try each call, as whoever is signed in to the dashboard. Swagger UI
// comes from our own build and asks no other host: its validator service is off.
import SwaggerUI from "swagger-ui-dist/swagger-ui-es-bundle.js";
import "swagger-ui-dist/swagger-ui.css";

const CSRF = /(?:^|; )invigil_csrf=([^;]*)/;

SwaggerUI({
  url: "/openapi.json",
  domNode: document.querySelector("#try")!,
  deepLinking: true,
  // Open, 148 calls stop it at the first dozen; closed, each group opens at once.
  docExpansion: "none",
  validatorUrl: null,
  requestInterceptor: (asked) => {
    const token = CSRF.exec(document.cookie)?.[1];
    if (token !== undefined) asked.headers["X-Invigil-CSRF"] = token;
    return asked;
  },
});
