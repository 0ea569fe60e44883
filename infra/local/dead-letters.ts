import { appendFileSync, existsSync, readFileSync, renameSync, unlinkSync } from 'node:fs';
import type { DynamoDBRecord } from 'aws-lambda';
import type { StreamHandler } from './delivery.ts';

export type DeadLetter = { parkedAt: string; reason: string; record: DynamoDBRecord };

export type DeadLetters = {
  park(record: DynamoDBRecord, reason: string): void;
  all(): DeadLetter[];
  /** Hands every parked event over once more; those that fail again are parked again. Answers how many did not. */
  replay(handler: StreamHandler): Promise<number>;
};

/** Events that no attempt could deliver, one JSON object a line. The file holds personal data: for its owner only. */
export function deadLetterFile(path: string): DeadLetters {
  const replaying = `${path}.replaying`;

  function park(record: DynamoDBRecord, reason: string): void {
    const letter: DeadLetter = { parkedAt: new Date().toISOString(), reason, record };
    appendFileSync(path, `${JSON.stringify(letter)}\n`, { mode: 0o600 });
  }

  return {
    park,
    all: () => [...letters(replaying), ...letters(path)],
    async replay(handler) {
      // A replay that was cut short left its file: that one first, since handing over twice is allowed and losing is not.
      let delivered = 0;
      for (const source of existsSync(replaying) ? [replaying, path] : [path]) {
        if (source === path && existsSync(path)) renameSync(path, replaying);
        const waiting = letters(replaying);
        for (const { record } of waiting) {
          try {
            const answer = await handler({ Records: [record] });
            if (answer?.batchItemFailures?.length) park(record, 'a consumer reported it as failed, in a replay');
            else delivered += 1;
          } catch (error) {
            park(record, error instanceof Error ? (error.stack ?? error.message) : String(error));
          }
        }
        if (existsSync(replaying)) unlinkSync(replaying);
      }
      return delivered;
    },
  };
}

function letters(path: string): DeadLetter[] {
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as DeadLetter);
}
