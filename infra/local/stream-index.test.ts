import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { startEngine } from './engine.ts';
import { indexStreamRecords } from './stream-index.ts';

it('the engine finds the last stream record of a table by an index', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kaifong-index-'));
  const engine = await startEngine({ dataFolder: folder });
  await engine.stop();
  const database = new DatabaseSync(join(folder, 'tables.sqlite'));
  // The engine's own words for it, at the version that we pin.
  const plan = database
    .prepare(
      'EXPLAIN QUERY PLAN SELECT COALESCE(MAX(CAST(sequence_number AS INTEGER)), 0) + 1 FROM _stream_records WHERE table_name = ?',
    )
    .all('any');
  database.close();
  expect(JSON.stringify(plan)).toContain('kaifong_stream_position');
  rmSync(folder, { recursive: true });
});

it('leaves a file without stream records as it is', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kaifong-index-'));
  expect(() => indexStreamRecords(join(folder, 'other.sqlite'))).not.toThrow();
  rmSync(folder, { recursive: true });
});
