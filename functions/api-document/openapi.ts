import { needsTarget, permissions } from '@kaifong/shared/identity/permissions.ts';
import type { ErrorDefinition } from '@kaifong/shared/kernel/errors.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import * as z from 'zod';
import type { Route } from '../platform/api.ts';
import { Problem, statusFor } from '../platform/problem.ts';

type Json = Record<string, unknown>;

/** The OpenAPI 3.1 document of some routes. It is made when the project is built, so that no Lambda carries the means to. */
export function openApiDocument(routes: readonly Route[]): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes.toSorted((a, b) => a.path.localeCompare(b.path) || a.method.localeCompare(b.method))) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Kaifong',
      version: '1',
      description:
        'Registration, scheduling, attendance, points and psychological support of the volunteers of Liwan District.',
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: { Problem: jsonSchema(Problem, 'output') },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'kaifong_session' } },
    },
  };
}

function operationOf({ method, path, contract }: Route): Json {
  const [status, answer] = contract.answer;
  const isWrite = method !== 'GET';
  const isOpen = permissions[contract.permission] === 'anyone';
  return {
    operationId: contract.id,
    summary: contract.summary,
    tags: [path.split('/')[2] ?? 'api'],
    description: `Permission: ${contract.permission}${needsTarget(contract.permission) ? ', within the scope of the grant' : ''}.`,
    security: isOpen ? [] : [{ session: [] }],
    parameters: [
      ...parametersOf('path', contract.params),
      ...parametersOf('query', contract.query),
      ...(isWrite ? [idempotencyKey] : []),
    ],
    ...(contract.body && {
      requestBody: { required: true, content: { 'application/json': { schema: jsonSchema(contract.body, 'input') } } },
    }),
    responses: {
      [status]: {
        description: 'Done',
        content: { [contract.media ?? 'application/json']: { schema: jsonSchema(answer, 'output') } },
      },
      ...refusalsOf([
        ...(contract.errors ?? []),
        ...(isOpen ? [] : [platformErrors.signInNeeded, platformErrors.notAllowed]),
        ...(contract.params ? [platformErrors.notFound] : []),
        ...(contract.query || contract.body ? [platformErrors.invalidInput] : []),
        ...(isWrite
          ? [platformErrors.idempotencyKeyMissing, platformErrors.idempotencyKeyReused, platformErrors.bodyTooLarge]
          : []),
        platformErrors.busy,
        platformErrors.fault,
      ]),
    },
  };
}

const idempotencyKey: Json = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'The same key and body again get the first answer again.',
  schema: { type: 'string', pattern: '^[\\w-]{16,64}$' },
};

function parametersOf(place: 'path' | 'query', schema: z.ZodObject | undefined): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = jsonSchema(schema, 'input') as { properties?: Json; required?: string[] };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
}

function refusalsOf(errors: readonly ErrorDefinition[]): Json {
  const byStatus = Map.groupBy(new Set(errors), statusFor);
  return Object.fromEntries(
    [...byStatus]
      .toSorted(([a], [b]) => a - b)
      .map(([status, list]) => [
        String(status),
        {
          description: list.map(({ code, say }) => `\`${code}\`: ${say.en}`).join('\n\n'),
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      ]),
  );
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}
