import { NoteText } from '@kaifong/shared/care/schema.ts';
import { type FormCheck, faultsBy } from '#lib/forms/form-check.ts';

export const check: FormCheck = (form) => faultsBy(NoteText, { text: form.text('text') });
