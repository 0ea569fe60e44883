import { closeSync, createReadStream, openSync, statSync, writeSync } from 'node:fs';
import { PlaceItem } from '@kaifong/functions/organisation/index.ts';
import type { Wire } from '@kaifong/functions/platform/document-client.ts';
import { Table } from '@kaifong/functions/platform/table.ts';
import { transact } from '@kaifong/functions/platform/transact.ts';
import { contextsIn } from '@kaifong/functions/wiring.ts';
import { startEngine } from '@kaifong/infra/local/engine.ts';
import { surroundingsOver } from './machine-under-test.ts';

/**
 * Imports a list in a process of its own, so that its memory is nobody else's, over the engine that `DYNAMODB_ENDPOINT` names.
 * With a second file it takes down there, line by line, what it sends.
 */
const [list = '', recordTo] = process.argv.slice(2);
const engine = await startEngine();
const record = recordTo ? openSync(recordTo, 'w') : undefined;
const recording: Wire = (operation, input) => {
  if (record && operation === 'TransactWriteItems') writeSync(record, `${JSON.stringify(input)}\n`);
  return (engine.wire as Wire)(operation, input);
};
const { surroundings } = await surroundingsOver({ ...engine, wire: record ? recording : engine.wire }, 'bench');
const { people } = contextsIn(surroundings);
const places = new Table(surroundings.client, surroundings.tableName('organisation'));
const place = (scope: string, kind: 'street' | 'community', name: string) =>
  places.put(PlaceItem, { scope, kind, name, validFrom: '2020-01-01' });
await transact(surroundings.client, {
  street: place('440103/001', 'street', '沙面街道'),
  community: place('440103/001/001', 'community', '沙面社区'),
});

const began = performance.now();
const { accepted } = await people.importVolunteers(
  {
    place: '440103/001',
    fileName: 'list.csv',
    size: statSync(list).size,
    aim: 'enter',
    by: 'bench',
    key: 'list-of-the-bench',
  },
  () => createReadStream(list),
);
const seconds = (performance.now() - began) / 1000;
if (record) closeSync(record);
process.send?.({ seconds, entered: accepted, rssMegabytes: process.resourceUsage().maxRSS / 1024 });
process.on('disconnect', () => process.exit(0));
