import { plainName } from '@kaifong/shared/people/finding/search.ts';

/** By what a name is looked up: as it is written, by its sound in Latin letters, and by the first letters of that. */
export type NameKeys = Readonly<{ written: string; pinyin: string; initials: string }>;

/**
 * The keys of a name. Surnames are read as surnames (区 ou, 单 shan, 曾 zeng); ü is v. A name in Latin letters sounds as it is
 * written: `Mei Ling Wong` is `meilingwong` and `mlw`.
 */
export async function nameKeysOf(name: string): Promise<NameKeys> {
  // A third of a megabyte that only those who register somebody need.
  const { pinyin } = await import('pinyin-pro');
  const words = name.split(/[\s·•．.'’-]+/).filter((word) => word !== '');
  const syllables = words.flatMap((word, position) =>
    pinyin(word, {
      toneType: 'none',
      type: 'array',
      v: true,
      nonZh: 'consecutive',
      ...(position === 0 && { surname: 'head' }),
    }),
  );
  return {
    written: plainName(name),
    pinyin: plainName(syllables.join('')),
    initials: plainName(syllables.map((syllable) => [...syllable][0] ?? '').join('')),
  };
}
