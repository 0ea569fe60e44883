import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainJson } from './plain-json.ts';

const through = (value: unknown) => plainJson(JSON.stringify(value));

describe('what a body says', () => {
  it('is without the signs that nobody sees, at any depth', () => {
    expect(through({ name: '\u202E王\u200B芳\uFEFF', notes: [{ text: 'a\0b\u2066c\x07' }] })).toEqual({
      name: '王芳',
      notes: [{ text: 'abc' }],
    });
    expect(plainJson('"\\u202e\\u738b\\b\\f"')).toBe('王');
  });

  it('keeps line ends, tabs, accents, joined emoji and rare characters', () => {
    const text = '第一行\n\t第二行\r\n é e\u0301 👨‍👩‍👧 👩🏽‍⚕️ ❤️‍🔥 𠮷野家 &<>"\'';
    expect(through(text)).toBe(text);
  });

  it('has no name that is nothing but a joiner', () => {
    expect(through('\u200D\u200C')).toBe('');
  });

  it.each(['"\\ud83d"', '{"name":"\\udc00字"}'])('is refused when it holds half a character: %s', (text) => {
    expect(() => plainJson(text)).toThrow('platform.bodyNotJson');
  });

  it.each(['', '{', '{"a":1}}', 'NaN', `${'['.repeat(5)}`])('is refused when it is not JSON: %j', (text) => {
    expect(() => plainJson(text)).toThrow('platform.bodyNotJson');
  });

  it('stands however deep it is nested', () => {
    const deep = `${'['.repeat(30_000)}"\\u200b"${']'.repeat(30_000)}`;
    expect(() => plainJson(deep)).toThrow('platform.bodyNotJson');
  });

  it('is otherwise what was sent', () => {
    const seen = fc.string({ unit: fc.constantFrom(...'街坊 Kaifong 1・é「」\n') });
    fc.assert(
      fc.property(fc.dictionary(seen, fc.oneof(seen, fc.integer())), (value) => {
        expect(through(value)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
