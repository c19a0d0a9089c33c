import type { Rule } from '../rule.ts';

/** Rules of the room `platform`: the machine and its files. Names are permanent. */
export const platformRules = {
  'platform/disk-full': {
    severity: 'error',
    title: 'The disk is full',
    why: 'A file could not be written whole. What stood there before is untouched. Make room and build again.',
  },
  'platform/not-permitted': {
    severity: 'error',
    title: 'The system does not permit it',
    why: 'A file or folder may not be read or written by the person who runs the program. Often a PDF is open in another program, which locks it, or the folder belongs to somebody else.',
  },
  'platform/file-failed': {
    severity: 'error',
    title: 'A file could not be read or written',
    why: 'The system refused to read or write a file, for instance because a drive was taken away. What stood there before is untouched.',
  },
  'platform/file-missing': {
    severity: 'error',
    title: 'A file or folder is missing',
    why: 'A file that is needed is not where it should be. Its name may be misspelt; capital and small letters count.',
  },
  'platform/file-too-large': {
    severity: 'error',
    title: 'A file is larger than the program reads',
    why: 'Files have a limit so that a mistake, or a trap, cannot fill the memory of the machine.',
  },
  'platform/invalid-utf8': {
    severity: 'error',
    title: 'A text is not UTF-8',
    why: 'All texts are UTF-8. A text saved in another encoding (Windows-1251, UTF-16) loses its letters: save it again as UTF-8.',
  },
  'platform/outside-folder': {
    severity: 'error',
    title: 'A file lies outside its folder',
    why: 'A publication may only use files of its own folder: a text that came by mail cannot take others along. Links that lead out count as outside.',
  },
  'platform/interrupted': {
    severity: 'error',
    title: 'The build was interrupted',
    why: 'The program was asked to stop. Files that were finished stay; the others are as they were.',
  },
} as const satisfies Record<string, Rule>;
