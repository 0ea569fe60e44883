/**
 * Text as a Chinese input method may have typed it, made plain: full-width letters, digits and signs (`Ａ` `１` `－`)
 * become ASCII, and every kind of white space goes. Letters keep their case.
 */
export function foldFullWidth(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u200B-\u200D\uFEFF]/g, '');
}
