const stops: (() => unknown)[] = [];

/** Ends what a test has started, last first, when the file's tests have ended. */
export const atTheEnd = (stop: () => unknown): void => {
  stops.push(stop);
};

/** Ends all of it. */
export async function endAll(): Promise<void> {
  for (const stop of stops.splice(0).reverse()) await stop();
}
