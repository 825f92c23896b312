/**
 * Invisible characters that turn text around or hide it would show one thing to who approves and another to who reads;
 * in tags and rare forms a whole text hides, by which a copy is known. What is no character breaks documents and feeds.
 * Left are those that people type: joiners of letters, marks of an Arabic keyboard, soft hyphens.
 */
export const UNSEEN = new RegExp(
  [
    String.raw`[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]`, // controls
    String.raw`[\u202a-\u202e\u2066-\u2069]`, // turns of direction
    String.raw`[\u200b\u2060-\u2065\u206a-\u206f\ufeff]`, // without width
    String.raw`[\u115f\u1160\u180e\u3164\uffa0\ufff0-\ufffb]`, // fillers and marks between lines
    String.raw`[\u{e0000}-\u{e0fff}]`, // tags and rare forms
    String.raw`\p{Noncharacter_Code_Point}|\p{Surrogate}`,
  ].join("|"),
  "u",
);
