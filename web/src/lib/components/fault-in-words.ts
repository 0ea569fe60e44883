import { m } from '#paraglide/messages.js';
import { fieldOf } from './field-state.ts';

/** A fault as it is told away from its field, which is named by what the page calls it: "手机号码：请填写 11 位手机号码。" */
export function faultInWords(
  path: string,
  message: string,
  labels: Readonly<Record<string, string>>,
): { text: string; label: string | undefined; name: string | undefined } {
  const name = fieldOf(path, labels);
  const label = name === undefined ? undefined : labels[name]?.replace(/[\s.:?。：？]+$/, '');
  return { text: label ? m.forms_fault({ field: label, fault: message }) : message, label, name };
}
