import type { Rule } from '../rule.ts';

/** Rules of the room `project`: folders of `content/` and what publication.yaml says. Names are permanent. */
export const configRules = {
  'config/content-missing': {
    severity: 'error',
    title: 'There is no folder with publications',
    why: 'The program looks for publications in the folder `content` of the folder it is started in, or in the one that `--content` names. Change to the right folder, or begin with `trifolio new`.',
  },
  'config/folder-invalid': {
    severity: 'error',
    title: 'A folder named on the command line is not there, or is a file',
    why: 'Options such as `--locales` and `--templates` name folders that exist; `--out` names one that exists or can be made.',
  },
  'config/no-publications': {
    severity: 'error',
    title: 'There is no publication',
    why: 'Each folder in `content` is a publication. Without one there is nothing to build.',
  },
  'config/publication-unknown': {
    severity: 'error',
    title: 'There is no publication of that name',
    why: 'A publication has the name of its folder in `content`. The name on the command line must be the same.',
  },
  'config/publication-twice': {
    severity: 'error',
    title: 'Two folders have the same name',
    why: 'The names of the two folders look the same and differ only in how their letters are stored (a letter and its accent as one character or as two). On another machine one would replace the other. Rename one.',
  },
  'config/language-unknown': {
    severity: 'error',
    title: 'A language that is not known',
    why: 'A file or folder of the publication is named for a language for which there is no folder in `locales`. Without it the program does not know how the language is set.',
  },
  'config/language-absent': {
    severity: 'error',
    title: 'No publication has that language',
    why: 'The languages asked for with `--lang` are those whose texts lie in the publication: `--lang` takes the names of their files.',
  },
  'config/language-skipped': {
    severity: 'info',
    title: 'A publication does not have a language that was asked for',
    why: 'Another publication has the language; this one is built in the others that were asked for.',
  },
  'config/language-twice': {
    severity: 'error',
    title: 'One language has two texts',
    why: 'A language of a publication is one file or one folder of chapters. With both, the program cannot tell which is meant.',
  },
  'config/no-manuscript': {
    severity: 'error',
    title: 'A publication has no text',
    why: 'A publication needs at least one text: a file named for its language, or a folder named for it with one file per chapter.',
  },
  'config/file-ignored': {
    severity: 'warning',
    title: 'A file that looks like a part of the publication is not read',
    why: 'Texts are named for their language and end in `.md`; the settings are in `publication.yaml`. A file with another name is left alone, which is rarely meant.',
  },
  'config/yaml-syntax': {
    severity: 'error',
    title: 'A file is not YAML',
    why: 'The settings are written in YAML: a name, a colon, a space and a value on each line; what belongs to a name is indented below it by two spaces. Text with a colon or `#` in it stands in quotation marks.',
  },
  'config/yaml-refused': {
    severity: 'error',
    title: 'YAML that settings do not need',
    why: 'Anchors, aliases and type tags are refused: they are not needed here, and a few lines of them can blow up to more than the memory of the machine.',
  },
  'config/key-unknown': {
    severity: 'error',
    title: 'A setting that does not exist',
    why: 'A misspelt setting would have no effect, and nobody would notice before it is printed. The settings are listed in docs/publication.md.',
  },
  'config/value-invalid': {
    severity: 'error',
    title: 'A setting has a value that it cannot have',
    why: 'The value is not of the form that the setting needs. The settings are listed in docs/publication.md.',
  },
  'config/output-unknown': {
    severity: 'error',
    title: 'An output that does not exist',
    why: 'An output is the way an edition leaves the house: `print` for any printer, `press` for a print shop, `booklet` for folding, and others. docs/printing.md says which is for what.',
  },
  'config/template-unknown': {
    severity: 'error',
    title: 'There is no template of that name',
    why: 'A template has the name of its folder in `templates`, which must hold a file `template.yaml`.',
  },
  'config/source-absent': {
    severity: 'error',
    title: 'The source language has no text',
    why: 'The source is the language the others are compared with. The publication must have a text in it.',
  },
  'config/logo-missing': {
    severity: 'error',
    title: 'A logo is missing',
    why: 'The picture of a logo lies in the folder of the publication; its path is written as it is seen from there. Capital and small letters count.',
  },
  'config/text-missing': {
    severity: 'warning',
    title: 'A text of the house lacks a language',
    why: 'The text is given by language, and one of the languages of the publication is not among them. Its edition carries the text of the source language.',
  },
  'config/text-unused': {
    severity: 'info',
    title: 'A text or word list for a language that the publication does not have',
    why: 'Nothing is printed in that language. The name of the language may be misspelt, or its text is still to come.',
  },
  'config/isbn-checksum': {
    severity: 'warning',
    title: 'An ISBN that cannot be right',
    why: 'The last digit of an ISBN is computed from the others, so that a slip is noticed. This one does not fit: compare it with the letter of the ISBN agency.',
  },
  'config/name-invalid': {
    severity: 'error',
    title: 'A name that a publication cannot have',
    why: 'The name becomes a folder and a part of the file names of the PDFs. It must be allowed on Windows, macOS and Linux alike.',
  },
  'config/exists': {
    severity: 'error',
    title: 'There is already a publication of that name',
    why: 'A new publication never overwrites what is there. Choose another name, or move the old folder away.',
  },
  'config/line-unknown': {
    severity: 'error',
    title: 'There is no such line in any manuscript',
    why: '`--explain` takes a file of a publication and the number of a line in it, as messages name them: `content/report/en.md:12`.',
  },
} as const satisfies Record<string, Rule>;
