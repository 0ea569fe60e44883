import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { apiIn } from '@kaifong/functions/wiring.ts';
import { startEngine } from '@kaifong/infra/local/engine.ts';
import { surroundingsOver } from './machine-under-test.ts';

/** The API in a process of its own, so that its CPU time is not mixed with that of the callers, over the engine that `DYNAMODB_ENDPOINT` names. */
const engine = await startEngine();
const { surroundings } = await surroundingsOver(engine, process.argv[2]);
const server = createServer(getRequestListener(apiIn(surroundings).fetch));
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on('disconnect', () => process.exit(0));
