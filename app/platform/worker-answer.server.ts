import { Worker } from "node:worker_threads";

interface Asked {
  /** where the thread begins: a file that stays where it is when the server is built */
  readonly entry: string;
  /** what it is given; it can be cloned into a thread */
  readonly input: unknown;
  /** what it is called in an error */
  readonly name: string;
  /** ends the thread at once */
  readonly signal?: AbortSignal | undefined;
  /** how far the thread says it is: a message with nothing but `{ step }` is no answer */
  readonly onStep?: ((step: string) => void) | undefined;
}

/**
 * The one answer of a thread made for it: what it has taken of the memory is given back with the thread.
 * @throws Error with the thread's name where it fails or ends without a message; the signal's reason
 */
export async function workerAnswer<Answer>({ entry, input, name, signal, onStep }: Asked): Promise<Answer> {
  signal?.throwIfAborted();
  const worker = new Worker(entry, { workerData: input });
  try {
    return await new Promise<Answer>((resolve, reject) => {
      worker.on("message", (message: Answer | { step: string }) => {
        if (isStep(message)) onStep?.(message.step);
        else resolve(message);
      });
      worker.once("error", (thrown) => reject(new Error(`the ${name} failed: ${thrown.message.slice(0, 300)}`)));
      worker.once("exit", (status) => reject(new Error(`the ${name} ended without an answer (${status})`)));
      signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
    });
  } finally {
    await worker.terminate();
  }
}

const isStep = (message: unknown): message is { step: string } =>
  typeof message === "object" && message !== null && "step" in message;
