import * as z from 'zod';
import { newId } from './ids.ts';
import { Instant } from './time.ts';

/** Something that happened, told to whoever lives on events. `data` is what its type says. */
export const DomainEvent = z.object({
  id: z.string(),
  type: z.string(),
  at: Instant,
  data: z.record(z.string(), z.unknown()),
});
export type DomainEvent = z.infer<typeof DomainEvent>;

/** A type of event: makes events and reads them back. */
export type EventType<Data> = Readonly<{
  type: string;
  make: (at: Instant, data: Data) => DomainEvent;
  /** @throws ZodError when the event's data is not of this type */
  read: (event: DomainEvent) => Data;
}>;

/** Declares a type of event, named `<context>.<whatHappened>`. */
export function eventType<Schema extends z.ZodObject>(type: string, data: Schema): EventType<z.output<Schema>> {
  return {
    type,
    make: (at, payload) => ({ id: newId('event', Date.parse(at)), type, at, data: data.parse(payload) }),
    read: (event) => data.parse(event.data) as z.output<Schema>,
  };
}
