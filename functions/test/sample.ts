import type { TestDistrict } from './district.ts';
import type { TestClient } from './test-client.ts';

/** One request that goes through, and what the refusal suite needs to turn it into requests that must not. */
export type Sample = Readonly<{
  /** Someone who may. */
  caller: TestClient;
  path: string;
  body?: unknown;
  /** The same role on a scope that does not reach what the request touches; needed for every scoped permission. */
  outsider?: TestClient;
  /** The path with a well-formed id that nobody has; needed when the path holds an id. */
  unknownPath?: string;
  /** What an unknown id answers: 404, unless even that there is such a thing is nobody's business. */
  unknownIs?: 403 | 404 | 409;
}>;

/** By operation id: makes a fresh district state and the request. */
export type Samples<District extends TestDistrict = TestDistrict> = Readonly<
  Record<string, (district: District) => Promise<Sample>>
>;

/** A request of an operation that goes through, in a district made ready for it. @throws Error for an operation that has none */
export async function freshSample<District extends TestDistrict>(
  samples: Samples<District>,
  operation: string,
  district: District,
): Promise<Sample> {
  const make = samples[operation];
  if (!make) throw new Error(`${operation} has no sample request`);
  return make(district);
}
