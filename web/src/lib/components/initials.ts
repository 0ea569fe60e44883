/**
 * What stands for a name in a small circle: the given name of a Chinese one (陈大文 → 大文), the beginning of one that puts it first
 * (古丽巴哈尔·买买提 → 古丽), else the first letters.
 */
export function initialsOf(name: string): string {
  const trimmed = name.trim();
  if (/^\p{Script=Han}+·/u.test(trimmed)) return [...trimmed].slice(0, 2).join('');
  if (/^\p{Script=Han}/u.test(trimmed)) return [...trimmed].slice(-2).join('');
  const words = trimmed.split(/\s+/);
  return words
    .slice(0, 2)
    .map((word) => [...word][0]?.toUpperCase() ?? '')
    .join('');
}
