/** What the house has in stock: its languages and templates, each loaded once. */
import { relative } from 'node:path';
import type { Outcome } from '../diagnostics/diagnostic.ts';
import type { Language } from '../language/language.ts';
import { loadLanguage } from '../language/load-language.ts';
import type { BuildRequest } from '../project/build-request.ts';
import { loadTemplate } from '../template/load-template.ts';
import type { Template } from '../template/template.ts';

/** Languages by tag, templates by name. */
export interface House {
  readonly language: (tag: string) => Outcome<Language>;
  readonly template: (name: string) => Outcome<Template>;
}

const once = <T>(make: (name: string) => Outcome<T>): ((name: string) => Outcome<T>) => {
  const known = new Map<string, Outcome<T>>();
  return (name) => {
    const found = known.get(name) ?? make(name);
    known.set(name, found);
    return found;
  };
};

/** The house of a request: the folders of its languages and templates. */
export const houseOf = (request: BuildRequest): House => {
  const shown = (folder: string): string => relative(request.root, folder).replaceAll('\\', '/') || '.';
  return {
    language: once((tag) => loadLanguage(request.locales, tag, shown(request.locales))),
    template: once((name) => loadTemplate(request.templates, name, shown(request.templates))),
  };
};
