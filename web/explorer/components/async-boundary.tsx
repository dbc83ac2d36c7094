import type { ComponentChildren } from "preact";
import { type AsyncState, isTransient } from "../data/use-async.js";

/** Renders what has been loaded; until then, a status, or an error with a button to retry. */
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

/** An error message, and a button to retry. */
export function Failure({ error, retry }: { readonly error: Error; readonly retry: () => void }) {
  return (
    <div class="failure" role="alert">
      <p>{error.message}</p>
      <p>
        {isTransient(error) && "The page will try again automatically. "}
        <button type="button" onClick={retry}>
          Try now
        </button>
      </p>
    </div>
  );
}
