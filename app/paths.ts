/** Every address as a function, so that no page spells one out. The map itself: `routes.ts`. */
export const paths = {
  home: () => "/",
  protection: () => "/protection",
  language: () => "/language",
  healthz: () => "/healthz",
  briefings: () => "/briefings",
  signIn: () => "/sign-in",
  join: () => "/join",
  account: () => "/account",
};
