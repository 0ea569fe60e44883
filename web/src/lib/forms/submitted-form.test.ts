import { describe, expect, it } from 'vitest';
import { readForm, SubmittedForm } from './submitted-form.ts';

const aForm = (entries: [string, string | File][]) => {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return new SubmittedForm(data);
};

describe('SubmittedForm', () => {
  it('reads text without the blanks around it, and a missing field as empty', () => {
    const form = aForm([['name', '  陈大文 ']]);
    expect(form.text('name')).toBe('陈大文');
    expect(form.text('nothing')).toBe('');
    expect(form.optional('nothing')).toBeUndefined();
  });

  it('reads several ticks of one name', () => {
    const form = aForm([
      ['skills', 'firstAid'],
      ['skills', 'cooking'],
    ]);
    expect(form.list('skills')).toEqual(['firstAid', 'cooking']);
    expect(form.ticked('skills')).toBe(true);
    expect(form.ticked('consent')).toBe(false);
  });

  it.each([
    ['12', 12],
    ['-3', -3],
    ['1.5', undefined],
    ['１２', undefined],
    ['', undefined],
    ['99999999999', undefined],
  ])('reads %j as the number %j', (typed, number) => {
    expect(aForm([['places', typed]]).integer('places')).toBe(number);
  });

  it('takes a chosen file and not the empty one of an empty field', () => {
    const file = new File(['a'], 'a.csv');
    expect(aForm([['list', file]]).file('list')?.name).toBe('a.csv');
    expect(aForm([['list', new File([], '')]]).file('list')).toBeUndefined();
  });

  it('keeps what was typed, but no secret and no file', () => {
    const form = aForm([
      ['formId', 'code'],
      ['idempotencyKey', 'k'.repeat(32)],
      ['mobile', '13800000001'],
      ['code', '123456'],
      ['list', new File(['secret'], 'a.csv')],
    ]);
    expect(form.values).toEqual({ mobile: ['13800000001'], list: [] });
    expect(form.id).toBe('code');
  });
});

describe('what the page calls its fields', () => {
  it('is read, and is no value', () => {
    const form = aForm([['labels', '{"name":"姓名","skills":7}']]);
    expect(form.labels).toEqual({ name: '姓名' });
    expect(form.values).toEqual({});
  });

  it.each(['', 'x', 'null', '[]', '7'])('is nothing when it reads %j', (text) => {
    expect(aForm([['labels', text]]).labels).toEqual({});
  });
});

it('reads a form from a request', async () => {
  const body = new URLSearchParams({ formId: 'mobile', mobile: '138' });
  const form = await readForm({ request: new Request('http://site/', { method: 'POST', body }) });
  expect([form.id, form.text('mobile')]).toEqual(['mobile', '138']);
});

it('reads what is no form as an empty one', async () => {
  const request = new Request('http://site/sign-out', {
    method: 'POST',
    body: '{}',
    headers: { 'content-type': 'application/json' },
  });
  expect((await readForm({ request })).values).toEqual({});
});
