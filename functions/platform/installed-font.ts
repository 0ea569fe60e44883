import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** The file of the font that certificates are set in: Noto Sans SC (OFL), which has the signs of Simplified and Traditional Chinese, and rare ones of names. */
export const installedFontFile = (): string =>
  createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf');

/** Reads it from where `npm` put it. */
export const installedFont = (): Promise<Uint8Array> => readFile(installedFontFile());
