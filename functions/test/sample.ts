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
}>;

/** By operation id: makes a fresh district state and the request. */
export type Samples = Readonly<Record<string, (district: TestDistrict) => Promise<Sample>>>;
