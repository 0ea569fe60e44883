import { describe, expect, it } from 'vitest';
import { maskDocument, maskMobile, maskName } from './mask.ts';

describe('a mask', () => {
  it.each([
    ['+8613800008000', '138****8000'],
    ['138 0000 8000', '138****8000'],
    ['+85291234567', '+852 91****67'],
    ['+85366123456', '+853 66****56'],
    ['not a number', '****'],
  ])('of the mobile %s is %s', (mobile, masked) => {
    expect(maskMobile(mobile)).toBe(masked);
  });

  it.each([
    ['44010320040229990X', '440****990X'],
    ['H12345678', 'H****78'],
    ['12345678', '1****78'],
    ['AB123', '****'],
  ])('of the document %s is %s', (number, masked) => {
    expect(maskDocument(number)).toBe(masked);
  });

  it('of a document never shows a digit of the birth date', () => {
    expect(maskDocument('440103190001019982')).not.toMatch(/19|01/);
  });

  it.each([
    ['李', '*'],
    ['李娜', '李*'],
    ['陈小明', '陈*明'],
    ['欧阳振华', '欧**华'],
    ['𠮷田', '𠮷*'],
    ['Mei Ling Wong', 'M*** L*** W***'],
    ['', '*'],
  ])('of the name %s is %s', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });
});
