import { describe, expect, it } from 'vitest';
import { dropAllDrafts, dropDraft, readDraft, sweepDrafts, writeDraft } from './draft-store.ts';

const now = Date.parse('2026-11-24T06:00:00.000Z');
const day = 24 * 3_600_000;
const mine = { person: 'acc_1', form: '/register#register' };
const others = { person: 'acc_2', form: '/register#register' };
const values = { name: ['陈大文'], skills: ['firstAid', 'cooking'] };

/** A browser's storage, with so many characters of room. */
function aStorage(room = Number.POSITIVE_INFINITY): Storage {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (name) => items.get(name) ?? null,
    setItem(name, value) {
      if (value.length > room) throw new DOMException('full', 'QuotaExceededError');
      items.set(name, value);
    },
    removeItem: (name) => void items.delete(name),
    clear: () => items.clear(),
  };
}

describe('a draft', () => {
  it('is there again, for the same person and form', () => {
    const storage = aStorage();
    writeDraft(storage, mine, values, now);
    expect(readDraft(storage, mine, now + day)).toEqual(values);
    expect(readDraft(storage, others, now)).toBeUndefined();
    expect(readDraft(storage, { ...mine, form: '/leader/activities/new#activity' }, now)).toBeUndefined();
    dropDraft(storage, mine);
    expect(readDraft(storage, mine, now)).toBeUndefined();
  });

  it('is none after seven days, nor when the clock was turned back', () => {
    const storage = aStorage();
    writeDraft(storage, mine, values, now);
    expect(readDraft(storage, mine, now + 7 * day - 1)).toEqual(values);
    expect(readDraft(storage, mine, now + 7 * day)).toBeUndefined();
    expect(readDraft(storage, mine, now - 1)).toBeUndefined();
  });

  it.each(['', 'x', 'null', '{"at":1}', `{"at":${now},"values":{"name":"x"}}`])('is none when it reads %j', (text) => {
    const storage = aStorage();
    storage.setItem('kaifong-draft:acc_1:/register#register', text);
    expect(readDraft(storage, mine, now)).toBeUndefined();
  });

  it('is not kept where there is no room, nor is an older one that it would have replaced', () => {
    const storage = aStorage(60);
    writeDraft(storage, mine, { name: ['陈'] }, now);
    expect(readDraft(storage, mine, now)).toEqual({ name: ['陈'] });
    writeDraft(storage, mine, { name: ['陈'.repeat(60)] }, now);
    expect(storage.length).toBe(0);
  });
});

describe('sweeping', () => {
  const full = () => {
    const storage = aStorage();
    storage.setItem('theme', 'dark');
    writeDraft(storage, mine, values, now);
    writeDraft(storage, others, values, now);
    return storage;
  };

  it('leaves nothing of anybody else once somebody is signed in', () => {
    const storage = full();
    sweepDrafts(storage, 'acc_2', now);
    expect(readDraft(storage, mine, now)).toBeUndefined();
    expect(readDraft(storage, others, now)).toEqual(values);
  });

  it('leaves drafts alone while nobody is signed in, but for old ones', () => {
    const storage = full();
    sweepDrafts(storage, undefined, now + day);
    expect(readDraft(storage, mine, now + day)).toEqual(values);
    sweepDrafts(storage, undefined, now + 8 * day);
    expect([storage.length, storage.getItem('theme')]).toEqual([1, 'dark']);
  });

  it('touches nothing that is no draft', () => {
    const storage = full();
    dropAllDrafts(storage);
    expect([storage.length, storage.getItem('theme')]).toEqual([1, 'dark']);
  });
});
