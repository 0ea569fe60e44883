/** The last cell of each row of a CSV file, its heading left out; `most` rows at most. Quoted cells may hold commas and line ends (RFC 4180). */
export function lastColumnOf(csv: string, most: number): string[] {
  const found: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let place = 0; place < csv.length && found.length <= most; place += 1) {
    const sign = csv[place];
    if (sign === '"' && isQuoted && csv[place + 1] === '"') {
      cell += '"';
      place += 1;
    } else if (sign === '"') isQuoted = !isQuoted;
    else if (isQuoted) cell += sign;
    else if (sign === ',') cell = '';
    else if (sign === '\n') {
      found.push(cell);
      cell = '';
    } else if (sign !== '\r') cell += sign;
  }
  return found.slice(1, most + 1);
}
