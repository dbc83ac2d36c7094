import type { ComponentChildren } from "preact";
import { type AsyncState, isTransient } from "../data/use-async.js";

/** What has been loaded, or a word on why it is not there yet and a way to try again. */
export function AsyncBoundary<Value>(props: {
  readonly for: AsyncState<Value>;
  readonly children: (value: Value) => ComponentChildren;
}) {
  const loaded = props.for;
  switch (loaded.status) {
    case "ready":
      return <>{props.children(loaded.value)}</>;
    case "loading":
      return (
        <p class="waiting" role="status">
          {loaded.isSlow ? "Still waiting for the server…" : "Loading…"}
        </p>
      );
    case "failed":
      return <Failure error={loaded.error} retry={loaded.retry} />;
  }
}

/** What went wrong, and a button to try again. */
export function Failure({ error, retry }: { readonly error: Error; readonly retry: () => void }) {
  return (
    <div class="failure" role="alert">
      <p>{error.message}</p>
      <p>
        {isTransient(error) && "The page tries again by itself. "}
        <button type="button" onClick={retry}>
          Try now
        </button>
      </p>
    </div>
  );
}
