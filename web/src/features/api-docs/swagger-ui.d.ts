/** What we use of Swagger UI, whose package has no types. */
declare module 'swagger-ui-dist/swagger-ui-es-bundle.js' {
  export interface SwaggerRequest {
    headers: Readonly<Record<string, string>>;
  }

  interface Options {
    readonly domNode: HTMLElement;
    readonly url: string;
    readonly presets: readonly unknown[];
    readonly docExpansion: 'list' | 'full' | 'none';
    readonly defaultModelsExpandDepth: number;
    readonly validatorUrl: string | null;
    readonly requestInterceptor: (request: SwaggerRequest) => Promise<SwaggerRequest>;
  }

  const SwaggerUI: { (options: Options): void; readonly presets: { readonly apis: unknown } };
  export default SwaggerUI;
}
