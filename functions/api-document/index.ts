import { Hono } from 'hono';
import * as z from 'zod';
import type { ApiEnv } from '../platform/kit.ts';
import { page, query } from '../platform/operation.ts';
import { apiPage } from './page.ts';

/** Reads `docs/openapi.json`, wherever the code runs. */
export type ReadDocument = () => Promise<Record<string, unknown>>;

/** The API document, for programs and for people. */
export function apiDocumentRoutes(read: ReadDocument) {
  return new Hono<ApiEnv>()
    .get(
      '/openapi.json',
      query(
        {
          id: 'readApiDocument',
          summary: 'This document',
          permission: 'apiDocument.read',
          answer: [200, z.record(z.string(), z.unknown())],
        },
        () => read(),
      ),
    )
    .get(
      '/docs',
      page(
        {
          id: 'readApiPage',
          summary: 'This document as a page to read',
          permission: 'apiDocument.read',
          answer: [200, z.string()],
        },
        async () => apiPage(await read()),
      ),
    );
}
