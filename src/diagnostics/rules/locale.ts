import type { Rule } from '../rule.ts';

/** Rules of the room `language`: the folders of `locales/`. Names are permanent. */
export const localeRules = {
  'locale/unknown-language': {
    severity: 'error',
    title: 'There is no such language',
    why: 'Every language the house prints in has a folder in `locales/`, named by its language tag. Without it nothing is known of its words, its dates or its hyphens.',
  },
  'locale/invalid-tag': {
    severity: 'error',
    title: 'The folder of a language is not named by a language tag',
    why: 'The tag (BCP 47) goes into the PDF, where readers and speech programs take it from. It is written as the standard writes it: `pt-BR`, not `PT_br`.',
  },
  'locale/no-conventions': {
    severity: 'error',
    title: 'Unicode has no data for this language',
    why: 'Plural forms, the order of the alphabet and the names of months come from Unicode. For a language that Unicode does not know, `conventions:` in language.yaml names one that is like it.',
  },
  'locale/missing-file': {
    severity: 'error',
    title: 'A file of a language is missing',
    why: 'A language has two files, language.yaml and messages.json, and a third where its hyphenation patterns are its own.',
  },
  'locale/yaml-syntax': {
    severity: 'error',
    title: 'language.yaml is not well-formed',
    why: 'The file cannot be read as YAML. Often a colon or a quotation mark is missing, a key stands there twice, or lines are not indented alike.',
  },
  'locale/json-syntax': {
    severity: 'error',
    title: 'messages.json is not well-formed',
    why: 'The file cannot be read as JSON. Often a comma between two lines or a quotation mark is missing, a key stands there twice, or a comma follows the last line.',
  },
  'locale/unknown-key': {
    severity: 'error',
    title: 'language.yaml has a key that means nothing',
    why: 'A misspelt key would change nothing and nobody would notice. docs/languages.md lists the keys.',
  },
  'locale/missing-key': {
    severity: 'error',
    title: 'language.yaml lacks a key',
    why: 'Nothing about a language is guessed: what would be taken from another language would be wrong in print.',
  },
  'locale/invalid-value': {
    severity: 'error',
    title: 'A value in language.yaml cannot be used',
    why: 'The value is not of the kind that the key takes. docs/languages.md says what each key takes.',
  },
  'locale/missing-message': {
    severity: 'error',
    title: 'A word of the house is not translated',
    why: 'Every text that the house adds to a page must be there in every language: a page with a word of another language cannot be printed.',
  },
  'locale/unknown-message': {
    severity: 'error',
    title: 'messages.json has a text that is never used',
    why: 'The key is misspelt, or the text was renamed. It would never be printed and nobody would notice.',
  },
  'locale/missing-plural': {
    severity: 'error',
    title: 'A plural form is missing',
    why: 'Languages count differently: some have one form, others up to six. A text with a number needs each form that its language has.',
  },
  'locale/missing-placeholder': {
    severity: 'error',
    title: 'A text lacks one of its placeholders',
    why: 'A placeholder like `{{number}}` is where a value is filled in. Without it the value would be missing in print.',
  },
  'locale/unknown-placeholder': {
    severity: 'error',
    title: 'A text has a placeholder that is never filled in',
    why: 'The placeholder is misspelt or does not belong to this text. Nothing could be put in its place.',
  },
  'locale/invalid-message': {
    severity: 'error',
    title: 'A text of messages.json cannot be used',
    why: 'Every key has one text in quotation marks, not empty. Braces stand in pairs around a placeholder and nowhere else.',
  },
  'locale/unknown-patterns': {
    severity: 'error',
    title: 'There are no hyphenation patterns of this name',
    why: 'The library of patterns has a set for many languages, some in several kinds. A language that it lacks brings its own pattern file.',
  },
  'locale/invalid-pattern': {
    severity: 'error',
    title: 'A hyphenation pattern is not well-formed',
    why: 'The pattern file is in the form that TeX uses: `\\patterns{…}` with letters and digits, `\\hyphenation{…}` with whole words. One wrong pattern can break thousands of words.',
  },
} as const satisfies Record<string, Rule>;
