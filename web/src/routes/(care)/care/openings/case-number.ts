/** The number of a case in what somebody pasted: the number itself, or the address of any page of the case. What holds none stays as it is. */
export function caseNumberIn(pasted: string): string {
  const number = /cas_([0-9A-Z]{20})/i.exec(pasted)?.[1];
  return number ? `cas_${number.toUpperCase()}` : pasted;
}
