import { createInterface } from "node:readline";

/** Asks for things that must not be seen: not on the screen, not in the list of processes, not in a shell's history. */
export interface SecretLines {
  /** @returns what was typed, without the line's end; "" where the input has ended */
  ask(question: string): Promise<string>;
  close(): void;
}

/** From a person at a terminal without echo; from anything else, such as a pipe, one line for each question. */
export function secretLines(input = process.stdin, prompt = process.stderr): SecretLines {
  return input.isTTY ? typedLines(input, prompt) : pipedLines(input);
}

function pipedLines(input: NodeJS.ReadStream): SecretLines {
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  const next = lines[Symbol.asyncIterator]();
  return {
    ask: async () => (await next.next()).value ?? "",
    close: () => lines.close(),
  };
}

const INTERRUPT = "\u0003";
const END_OF_INPUT = "\u0004";
const ERASE = ["\b", "\u007f"];

function typedLines(input: NodeJS.ReadStream, prompt: NodeJS.WriteStream): SecretLines {
  return {
    async ask(question) {
      prompt.write(question);
      input.setRawMode(true).setEncoding("utf8").resume();
      try {
        return await untilEnter(input);
      } finally {
        input.setRawMode(false).pause();
        prompt.write("\n");
      }
    },
    close: () => {},
  };
}

function untilEnter(input: NodeJS.ReadStream): Promise<string> {
  return new Promise((resolve, reject) => {
    let typed = "";
    const end = (settle: () => void) => {
      input.off("data", take);
      settle();
    };
    const take = (text: string) => {
      for (const character of text) {
        if (character === "\r" || character === "\n" || character === END_OF_INPUT) return end(() => resolve(typed));
        if (character === INTERRUPT) return end(() => reject(new Error("Interrupted; nothing was done.")));
        typed = ERASE.includes(character) ? typed.slice(0, -1) : typed + character;
      }
    };
    input.on("data", take);
  });
}
