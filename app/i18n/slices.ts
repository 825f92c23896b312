// One line for each file of messages, by its name. Types only: nothing of these files enters a bundle.

import type account from "#app/i18n/messages/en/account.json";
import type asks from "#app/i18n/messages/en/asks.json";
import type briefings from "#app/i18n/messages/en/briefings.json";
import type cases from "#app/i18n/messages/en/cases.json";
import type casework from "#app/i18n/messages/en/casework.json";
import type codes from "#app/i18n/messages/en/codes.json";
import type common from "#app/i18n/messages/en/common.json";
import type drafting from "#app/i18n/messages/en/drafting.json";
import type history from "#app/i18n/messages/en/history.json";
import type home from "#app/i18n/messages/en/home.json";
import type join from "#app/i18n/messages/en/join.json";
import type messages from "#app/i18n/messages/en/messages.json";
import type organisation from "#app/i18n/messages/en/organisation.json";
import type people from "#app/i18n/messages/en/people.json";
import type protection from "#app/i18n/messages/en/protection.json";
import type published from "#app/i18n/messages/en/published.json";
import type refusal from "#app/i18n/messages/en/refusal.json";
import type remedies from "#app/i18n/messages/en/remedies.json";
import type report from "#app/i18n/messages/en/report.json";
import type reports from "#app/i18n/messages/en/reports.json";
import type signIn from "#app/i18n/messages/en/sign-in.json";
import type tasks from "#app/i18n/messages/en/tasks.json";

export declare const slices: {
  common: typeof common;
  home: typeof home;
  protection: typeof protection;
  published: typeof published;
  refusal: typeof refusal;
  cases: typeof cases;
  casework: typeof casework;
  tasks: typeof tasks;
  history: typeof history;
  remedies: typeof remedies;
  report: typeof report;
  reports: typeof reports;
  messages: typeof messages;
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
