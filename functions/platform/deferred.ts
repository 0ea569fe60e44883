/** A service all of whose members are asynchronous functions. */
type Asynchronous<Service> = {
  [Name in keyof Service]: Service[Name] extends (...input: never) => Promise<unknown> ? Service[Name] : never;
};

/**
 * A service whose code is read when it is first asked for something: what desks do now and then must not make a volunteer wait while
 * a Lambda starts. `load` is called once.
 *
 * @example imports: deferred(async () => (await import('./import.service.ts')).importService(deps))
 */
export function deferred<Service extends object & Asynchronous<Service>>(load: () => Promise<Service>): Service {
  let loaded: Promise<Service> | undefined;
  const call =
    (name: PropertyKey) =>
    async (...input: unknown[]) => {
      loaded ??= load();
      const service = (await loaded) as Record<PropertyKey, (...input: unknown[]) => unknown>;
      return service[name]?.(...input);
    };
  // One that is awaited itself is no promise.
  return new Proxy({} as Service, { get: (_, name) => (name === 'then' ? undefined : call(name)) });
}
