import { DatabaseSync } from 'node:sqlite';

/**
 * Gives the engine's file the index that its stream records lack. The engine numbers each record by the largest number so
 * far, which it looks for among all records there are: without the index a write costs 0.2 ms more for every thousand
 * events that were ever written (measured with dynoxide 1.2.1), with it the cost does not grow.
 * Does nothing to the file of an engine that keeps its records elsewhere.
 */
export function indexStreamRecords(databaseFile: string): void {
  const database = new DatabaseSync(databaseFile);
  try {
    database.exec('PRAGMA busy_timeout = 5000');
    const found = database
      .prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '_stream_records'")
      .get();
    if (!found) return;
    database.exec(
      'CREATE INDEX IF NOT EXISTS kaifong_stream_position ON _stream_records (table_name, CAST(sequence_number AS INTEGER))',
    );
  } finally {
    database.close();
  }
}
