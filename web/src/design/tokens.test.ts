import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** The `:root` blocks of the sheet in order: light, dark, light with more contrast, dark with more contrast. */
const blocks = [...css.matchAll(/:root\s*\{([^}]*)\}/g)].map(([, body = '']) =>
  Object.fromEntries([...body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, value]) => [name, value])),
);
const [light, dark, lightMore, darkMore] = blocks;

const schemes = [
  { name: 'light', colours: light, atLeast: 4.5 },
  { name: 'dark', colours: { ...light, ...dark }, atLeast: 4.5 },
  { name: 'light, more contrast', colours: { ...light, ...lightMore }, atLeast: 7 },
  { name: 'dark, more contrast', colours: { ...light, ...dark, ...lightMore, ...darkMore }, atLeast: 7 },
];

const deep = ['ultramarine', 'amber', 'jade', 'ruby', 'wood'];

describe.each(schemes)('$name', ({ colours, atLeast }) => {
  const contrast = (one: string, other: string) => ratio(colours?.[one] ?? '', colours?.[other] ?? '');

  it('keeps words readable on every ground', () => {
    for (const ground of ['paper', 'card', ...deep.map((name) => `${name}-soft`)]) {
      expect(contrast('ink', ground), `ink on ${ground}`).toBeGreaterThanOrEqual(atLeast);
      expect(contrast('ink-soft', ground), `ink-soft on ${ground}`).toBeGreaterThanOrEqual(atLeast);
    }
  });

  it.each(deep)('lets %s be read, and read upon', (name) => {
    for (const ground of ['paper', 'card', `${name}-soft`]) {
      expect(contrast(`${name}-deep`, ground), ground).toBeGreaterThanOrEqual(atLeast);
    }
    expect(contrast('on-deep', `${name}-deep`)).toBeGreaterThanOrEqual(atLeast);
  });

  it('shows the edge of a control (WCAG 1.4.11)', () => {
    expect(contrast('edge', 'card')).toBeGreaterThanOrEqual(3);
    expect(contrast('edge', 'paper')).toBeGreaterThanOrEqual(3);
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
