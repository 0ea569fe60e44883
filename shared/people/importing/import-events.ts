import * as z from 'zod';
import { eventType } from '../../kernel/events.ts';
import { Id } from '../../kernel/ids.ts';

/** An import has work to do: somebody started it, or it has been at it for a while and goes on in a fresh step. */
export const importCalled = eventType('people.importCalled', z.object({ importId: Id('volunteerImport') }));
