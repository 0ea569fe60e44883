import { Note } from '@kaifong/shared/care/cases/note.ts';
import { type FormCheck, faultsBy } from '#lib/forms/form-check.ts';
import { noteIn } from './note-form.ts';

export const check: FormCheck = (form) => faultsBy(Note, noteIn(form));
