import { describe, expect, it } from 'vitest';
import { displayAttributes, displayFrom, paperOf } from './display.ts';

const from = (cookies: Record<string, string>) => displayFrom((name) => cookies[name]);

describe('how a person likes to see the site', () => {
  it('is as the system says until they choose', () => {
    expect(from({})).toEqual({ theme: undefined, elder: false });
    expect(displayAttributes(from({}))).toBe('');
  });

  it('is what they chose', () => {
    const display = from({ kaifong_theme: 'contrast', kaifong_elder: 'on' });
    expect(display).toEqual({ theme: 'contrast', elder: true });
    expect(displayAttributes(display)).toBe(' data-theme="contrast" data-elder');
  });

  it('takes nothing from a cookie into the page but what it knows', () => {
    const display = from({ kaifong_theme: 'dark" onload="alert(1)', kaifong_elder: 'yes' });
    expect(displayAttributes(display)).toBe('');
  });

  it('is the same by day and by night once light or dark is chosen', () => {
    expect(paperOf('light').dark).toBe(paperOf(undefined).light);
    expect(paperOf('dark').light).toBe(paperOf(undefined).dark);
    expect(paperOf('contrast')).toEqual({ light: '#ffffff', dark: '#000000' });
  });
});
