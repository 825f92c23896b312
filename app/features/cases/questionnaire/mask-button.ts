/** The button that cuts account numbers down and goes on; sent beside the answer. */
export const MASK_BUTTON = { name: "accountNumbers", value: "mask" } as const;
