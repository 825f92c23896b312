import { zodResolver } from "@hookform/resolvers/zod";
import { type FormEvent, useRef, useState } from "react";
import { type FieldErrors, type FieldValues, useForm } from "react-hook-form";
import type { z } from "zod";
import { useText } from "#app/i18n/text-context.tsx";
import type { ComfortProps } from "./form.tsx";
import { formValuesOf } from "./form-values.ts";

/**
 * Comfort on top of a native form: looks at it with the server's own schema before it is sent. Nothing is judged while
 * somebody is still typing; a form in order is posted by the browser, exactly as without scripts.
 *
 *     const comfort = useComfortForm(closeCaseForm);
 *     <Form comfort={comfort} …>
 */
export function useComfortForm(schema: z.ZodType): ComfortProps {
  const { handleSubmit, reset } = useForm<FieldValues>({
    resolver: zodResolver(schema as z.ZodType<FieldValues, FieldValues>),
    mode: "onSubmit",
    reValidateMode: "onSubmit",
  });
  const t = useText();
  const form = useRef<HTMLFormElement>(null);
  const isInOrder = useRef(false);
  const [looked, setLooked] = useState<Looked>({ refusal: null, typed: null });

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    if (isInOrder.current) return;
    event.preventDefault();
    const button = (event.nativeEvent as SubmitEvent).submitter;
    const typed = formValuesOf(new FormData(event.currentTarget, button));
    reset(typed);
    const post = () => {
      isInOrder.current = true;
      form.current?.requestSubmit(button);
      // The page may come back from the browser's memory: then it is looked at again.
      isInOrder.current = false;
    };
    // A form that is still telling its listeners of one submission takes no other.
    const postNext = () => void setTimeout(post);
    void handleSubmit(postNext, (errors) => {
      const fields = messageKeys(errors);
      // What this page has no words for, the server has.
      if (!Object.values(fields).every((key) => t.has(key))) return postNext();
      setLooked({ refusal: { kind: "invalid", code: "form.invalid", fields }, typed });
    })();
  }

  return { ref: form, onSubmit, noValidate: true, ...looked };
}

type Looked = Pick<ComfortProps, "refusal" | "typed">;

/** Nested errors as the server names them: `people.0.name`. */
function messageKeys(errors: FieldErrors<FieldValues>, prefix = ""): Record<string, string> {
  const keys: Record<string, string> = {};
  for (const [name, error] of Object.entries(errors)) {
    if (typeof error?.message === "string") keys[prefix + name] = error.message;
    else if (error) Object.assign(keys, messageKeys(error as FieldErrors<FieldValues>, `${prefix}${name}.`));
  }
  return keys;
}
