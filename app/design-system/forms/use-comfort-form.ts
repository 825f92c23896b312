import { type FocusEvent, type FormEvent, useRef, useState } from "react";
import type { z } from "zod";
import { useText } from "#app/i18n/text-context.tsx";
import type { ComfortProps } from "./form.tsx";
import { formValuesOf } from "./form-values.ts";
import type { Judge } from "./judge-form.ts";

/**
 * Comfort on top of a native form: looks at it with the server's own schema before it is sent. Nothing is judged while
 * somebody is still typing; a form in order is posted by the browser, exactly as without scripts.
 * Schema and validation are fetched when somebody begins to fill in the form: whoever only reads does not pay for them,
 * and whoever sends before they have come is answered by the server.
 *
 *     const comfort = useComfortForm(() => import("./case-forms.ts").then(({ closeCaseForm }) => closeCaseForm));
 *     <Form comfort={comfort} …>
 */
export function useComfortForm(loadSchema: () => Promise<z.ZodType>): ComfortProps {
  const t = useText();
  const form = useRef<HTMLFormElement>(null);
  const judge = useRef<Judge | "loading" | null>(null);
  const isInOrder = useRef(false);
  const [looked, setLooked] = useState<Looked>({ refusal: null, typed: null });

  function onFocus(_event: FocusEvent) {
    if (judge.current) return;
    judge.current = "loading";
    // On a line that breaks, the server goes on judging alone.
    const give = (made: Judge | null) => {
      judge.current = made;
    };
    Promise.all([import("./judge-form.ts"), loadSchema()]).then(
      ([{ judgeFor }, schema]) => give(judgeFor(schema)),
      () => give(null),
    );
  }

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    const button = (event.nativeEvent as SubmitEvent).submitter;
    // Another language: nothing is sent, so nothing is judged.
    if (button instanceof HTMLButtonElement && button.formNoValidate) return;
    if (isInOrder.current || typeof judge.current !== "function") return;
    event.preventDefault();
    const typed = formValuesOf(new FormData(event.currentTarget, button));
    void judge.current(typed).then((fields) => {
      // What this page has no words for, the server has.
      const canSay = Object.keys(fields).length > 0 && Object.values(fields).every((key) => t.has(key));
      if (canSay) setLooked({ refusal: { kind: "invalid", code: "form.invalid", fields }, typed });
      // A form that is still telling its listeners of one submission takes no other.
      else setTimeout(() => post(button));
    });
  }

  function post(button: HTMLElement | null) {
    isInOrder.current = true;
    form.current?.requestSubmit(button);
    // The page may come back from the browser's memory: then it is looked at again.
    isInOrder.current = false;
  }

  return { ref: form, onSubmit, onFocus, noValidate: true, ...looked };
}

type Looked = Pick<ComfortProps, "refusal" | "typed">;
