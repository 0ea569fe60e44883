import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { apiIn } from '@kaifong/functions/wiring.ts';
import { surroundingsOver } from './machine-under-test.ts';

/** The API in a process of its own, so that its CPU time is not mixed with that of the callers. Arguments: client config, prefix. */
const [config = '{}', prefix = ''] = process.argv.slice(2);
const { surroundings } = await surroundingsOver(JSON.parse(config), prefix);
const server = createServer(getRequestListener(apiIn(surroundings).fetch));
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on('disconnect', () => process.exit(0));
