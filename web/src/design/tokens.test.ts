import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** The colours that a palette of the sheet names. */
function palette(opening: string): Readonly<Record<string, string>> {
  const at = css.indexOf(opening);
  if (at === -1) throw new Error(`tokens.css has no ${opening}`);
  const [body = ''] = css.slice(at + opening.length).split(/\}|@variant/);
  return Object.fromEntries(
    [...body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, value]) => [name, value]),
  );
}

const light = palette(':root,\n[data-theme] {');
const dark = palette('@variant in-dark {');
const contrast = palette('@variant in-contrast {');
const darkContrast = palette('@variant in-dark-contrast {');

const schemes = [
  { name: 'light', colours: light, atLeast: 4.5 },
  { name: 'dark', colours: { ...light, ...dark }, atLeast: 4.5 },
  { name: 'high contrast, light', colours: { ...light, ...contrast }, atLeast: 7 },
  { name: 'high contrast, dark', colours: { ...light, ...dark, ...contrast, ...darkContrast }, atLeast: 7 },
];

const deep = ['ultramarine', 'amber', 'jade', 'ruby', 'wood'];

describe.each(schemes)('$name', ({ colours, atLeast }) => {
  const between = (one: string, other: string) => ratio(colours[one] ?? '', colours[other] ?? '');

  it('keeps words readable on every ground', () => {
    for (const ground of ['paper', 'card', ...deep.map((name) => `${name}-soft`)]) {
      expect(between('ink', ground), `ink on ${ground}`).toBeGreaterThanOrEqual(atLeast);
      expect(between('ink-soft', ground), `ink-soft on ${ground}`).toBeGreaterThanOrEqual(atLeast);
    }
  });

  it.each(deep)('lets %s be read, and read upon', (name) => {
    for (const ground of ['paper', 'card', `${name}-soft`]) {
      expect(between(`${name}-deep`, ground), ground).toBeGreaterThanOrEqual(atLeast);
    }
    expect(between('on-deep', `${name}-deep`)).toBeGreaterThanOrEqual(atLeast);
  });

  it('shows the edge of a control (WCAG 1.4.11)', () => {
    expect(between('edge', 'card')).toBeGreaterThanOrEqual(3);
    expect(between('edge', 'paper')).toBeGreaterThanOrEqual(3);
  });
});

describe('the palettes', () => {
  it('change every colour of words and grounds, and name no colour that the first does not', () => {
    const readable = Object.keys(light).filter((name) => !name.startsWith('glass-'));
    for (const [name, colours] of Object.entries({ dark, contrast, darkContrast })) {
      expect(Object.keys(colours), name).toEqual(expect.arrayContaining(readable));
      expect(Object.keys(light), name).toEqual(expect.arrayContaining(Object.keys(colours)));
    }
  });
});

/** Contrast ratio of two colours, 1 to 21 (WCAG 2.2). */
function ratio(one: string, other: string): number {
  const [brighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (brighter + 0.05) / (darker + 0.05);
}

function luminance(hex: string): number {
  const [r = Number.NaN, g = Number.NaN, b = Number.NaN] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
