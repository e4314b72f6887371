/** What becomes of each, in their order, so many at a time. */
export async function* inOrder<T, R>(
  all: Iterable<T>,
  make: (one: T) => Promise<R>,
  atOnce: number,
): AsyncGenerator<R> {
  const begun: Promise<R>[] = [];
  for (const one of all) {
    const making = make(one);
    // Whose turn it is tells of the fault; until then nobody listens.
    making.catch(() => undefined);
    begun.push(making);
    if (begun.length >= atOnce) yield* begun.splice(0, 1);
  }
  yield* begun;
}
