// One line for each file of messages, by its name. Types only: nothing of these files enters a bundle.

import type account from "./messages/en/account.json";
import type asks from "./messages/en/asks.json";
import type briefings from "./messages/en/briefings.json";
import type cases from "./messages/en/cases.json";
import type casework from "./messages/en/casework.json";
import type codes from "./messages/en/codes.json";
import type common from "./messages/en/common.json";
import type drafting from "./messages/en/drafting.json";
import type home from "./messages/en/home.json";
import type join from "./messages/en/join.json";
import type organisation from "./messages/en/organisation.json";
import type people from "./messages/en/people.json";
import type protection from "./messages/en/protection.json";
import type refusal from "./messages/en/refusal.json";
import type report from "./messages/en/report.json";
import type reports from "./messages/en/reports.json";
import type signIn from "./messages/en/sign-in.json";

export declare const slices: {
  common: typeof common;
  home: typeof home;
  protection: typeof protection;
  refusal: typeof refusal;
  cases: typeof cases;
  casework: typeof casework;
  report: typeof report;
  reports: typeof reports;
  asks: typeof asks;
  codes: typeof codes;
  briefings: typeof briefings;
  drafting: typeof drafting;
  "sign-in": typeof signIn;
  join: typeof join;
  account: typeof account;
  people: typeof people;
  organisation: typeof organisation;
};
