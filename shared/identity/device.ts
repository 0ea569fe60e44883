import type { Text } from '../kernel/language.ts';

const same = (name: string): Text => ({ 'zh-Hans': name, 'zh-Hant': name, en: name });

/** What a person calls the program and the kind of machine they signed in with, as coarse as they would say it. */
export const browserNames = {
  wechat: { 'zh-Hans': '微信', 'zh-Hant': '微信', en: 'WeChat' },
  edge: same('Edge'),
  firefox: same('Firefox'),
  chrome: same('Chrome'),
  safari: same('Safari'),
  other: { 'zh-Hans': '浏览器', 'zh-Hant': '瀏覽器', en: 'Browser' },
} as const satisfies Record<string, Text>;

export const systemNames = {
  harmony: { 'zh-Hans': '鸿蒙', 'zh-Hant': '鴻蒙', en: 'HarmonyOS' },
  android: { 'zh-Hans': '安卓', 'zh-Hant': '安卓', en: 'Android' },
  ios: same('iPhone / iPad'),
  windows: same('Windows'),
  mac: same('Mac'),
  linux: same('Linux'),
  other: { 'zh-Hans': '其他设备', 'zh-Hant': '其他裝置', en: 'Another device' },
} as const satisfies Record<string, Text>;

export type Device = Readonly<{ browser: keyof typeof browserNames; system: keyof typeof systemNames }>;

/** In this order: most browsers also claim to be another. */
const browserMarks = [
  ['wechat', /MicroMessenger/],
  ['edge', /Edg/],
  ['firefox', /Firefox|FxiOS/],
  ['chrome', /Chrome|CriOS/],
  ['safari', /Safari/],
] as const;

const systemMarks = [
  ['harmony', /OpenHarmony|HarmonyOS/],
  ['android', /Android/],
  ['ios', /iPhone|iPad/],
  ['windows', /Windows/],
  ['mac', /Macintosh/],
  ['linux', /Linux/],
] as const;

/** The device that a `User-Agent` header speaks of. No more of the header is kept. */
export function deviceOf(userAgent: string): Device {
  return {
    browser: browserMarks.find(([, mark]) => mark.test(userAgent))?.[0] ?? 'other',
    system: systemMarks.find(([, mark]) => mark.test(userAgent))?.[0] ?? 'other',
  };
}
