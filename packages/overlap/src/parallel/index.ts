export { startParallelOverlay } from "./parallel-overlay.js";
export { shareLayer, sharePoints } from "./shared-buffers.js";
export { startThread, type Thread, workerEntry } from "./worker-rpc.js";
