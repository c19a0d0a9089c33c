/** The catalogue of rules: every diagnostic names one of these. `docs/rules.md` is generated from it. */
import type { Diagnostic, Related, Severity, Spot } from './diagnostic.ts';
import type { Rule } from './rule.ts';
import type { Place } from '../protocol/place.ts';
import { accessRules } from './rules/access.ts';
import { chromiumRules } from './rules/chromium.ts';
import { configRules } from './rules/config.ts';
import { judgementRules } from './rules/judgement.ts';
import { localeRules } from './rules/locale.ts';
import { makeupRules } from './rules/makeup.ts';
import { manuscriptRules } from './rules/manuscript.ts';
import { paginatorRules } from './rules/paginator.ts';
import { platformRules } from './rules/platform.ts';
import { preflightRules } from './rules/preflight.ts';
import { prepressRules } from './rules/prepress.ts';
import { templateRules } from './rules/template.ts';

/** All rules by id. */
export const catalogue = {
  ...configRules,
  ...localeRules,
  ...manuscriptRules,
  ...templateRules,
  ...paginatorRules,
  ...makeupRules,
  ...chromiumRules,
  ...prepressRules,
  ...preflightRules,
  ...judgementRules,
  ...accessRules,
  ...platformRules,
} as const satisfies Record<string, Rule>;

/** The permanent name of a rule, `room/kebab-case`. */
export type RuleId = keyof typeof catalogue;

/** Makes a diagnostic of a rule, with the rule's own severity unless another is given. */
export const diagnose = (
  rule: RuleId,
  message: string,
  more: {
    readonly place?: Place | undefined;
    readonly hint?: string | undefined;
    readonly related?: readonly Related[] | undefined;
    readonly severity?: Severity | undefined;
    readonly folio?: string | undefined;
    readonly spots?: readonly Spot[] | undefined;
  } = {},
): Diagnostic => {
  const entry: Rule = catalogue[rule];
  return {
    rule,
    severity: more.severity ?? entry.severity,
    message,
    ...(more.place === undefined ? {} : { place: more.place }),
    ...(more.hint === undefined ? {} : { hint: more.hint }),
    ...(more.related === undefined ? {} : { related: more.related }),
    ...(more.folio === undefined ? {} : { folio: more.folio }),
    ...(more.spots === undefined ? {} : { spots: more.spots }),
  };
};
