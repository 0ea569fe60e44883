/** The site's server as its build leaves it; the bundle resolves this name to that file. */
declare module 'site-server' {
  export const server: {
    init: (options: { env: Record<string, string | undefined> }) => Promise<void>;
    respond: (request: Request, options: { platform: object; getClientAddress: () => string }) => Promise<Response>;
  };
}
