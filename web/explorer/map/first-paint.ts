const LONGEST_WAIT_MS = 5_000; // for browsers that keep paint times to themselves

/** Resolves once the browser has painted some of the page's content. */
export function firstPaint(): Promise<void> {
  return new Promise((resolve) => {
    const waited = setTimeout(resolve, LONGEST_WAIT_MS);
    new PerformanceObserver((list, observer) => {
      if (list.getEntriesByName("first-contentful-paint").length === 0) return;
      observer.disconnect();
      clearTimeout(waited);
      resolve();
    }).observe({ type: "paint", buffered: true });
  });
}
