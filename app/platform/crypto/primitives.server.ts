import type { Primitives } from "./primitive-set.ts";
import { native } from "./primitives-native.server.ts";

export const KEY_BYTES = 32;
export const NONCE_BYTES = 24;
export const AEAD_TAG_BYTES = 16;
export const BOX_OVERHEAD_BYTES = 48;
export const STREAM_HEADER_BYTES = 24;
export const STREAM_OVERHEAD_BYTES = 17;
export const STREAM_STATE_BYTES = 52;

// The WebAssembly build is loaded only where no native one exists (musl): it is slower and cannot lock memory.
export const primitives: Primitives = native() ?? (await (await import("./primitives-wasm.server.ts")).wasm());
