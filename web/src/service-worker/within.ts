/** What `asked` answers, or a rejection after so many milliseconds. What was asked for goes on by itself. */
export async function within<T>(milliseconds: number, asked: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${milliseconds} ms`)), milliseconds);
  });
  asked.catch(() => undefined);
  return Promise.race([asked, end]).finally(() => clearTimeout(timer));
}
