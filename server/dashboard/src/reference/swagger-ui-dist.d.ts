declare module "swagger-ui-dist/swagger-ui-es-bundle.js" {
  interface Asked {
    headers: Record<string, string>;
    method?: string;
  }
  interface Options {
    url: string;
    domNode: Element;
    deepLinking: boolean;
    docExpansion: "none" | "list" | "full";
    validatorUrl: null;
    requestInterceptor: (asked: Asked) => Asked;
  }
  export default function SwaggerUI(options: Options): unknown;
}
