import type { Rule } from '../rule.ts';

/** Rules of the room `manuscript`. Names are permanent. */
export const manuscriptRules = {
  'manuscript/empty': {
    severity: 'error',
    title: 'A manuscript has no text',
    why: 'A file was found but there is nothing in it to print. Write the text, or take the file away.',
  },
  'manuscript/control-character': {
    severity: 'warning',
    title: 'Invisible control characters in the text',
    why: 'Such characters come with text copied from other programs. They print nothing or a box; they have been taken out. Delete them in the file.',
  },
  'manuscript/bidi-control': {
    severity: 'warning',
    title: 'Invisible marks that turn the direction of writing',
    why: 'With these marks a text can be shown in another order than it is written. They have been taken out. Delete them in the file.',
  },
  'manuscript/broken-character': {
    severity: 'error',
    title: 'A letter was lost when the file was converted',
    why: 'The sign � stands where a program could not read a letter. Write the letter again.',
  },
  'manuscript/decomposed-letters': {
    severity: 'info',
    title: 'Letters and their accents are stored apart',
    why: 'Some programs store a letter and its accent as two characters. They have been joined for printing; nothing need be done.',
  },
  'manuscript/mixed-alphabets': {
    severity: 'error',
    title: 'A word has letters of two alphabets',
    why: 'Latin and Cyrillic letters that look alike are different letters: such a word looks right and cannot be found, copied, divided or read aloud. Write it in one alphabet.',
  },
  'manuscript/disguised-word': {
    severity: 'error',
    title: 'A word is written in look-alike letters of another alphabet',
    why: 'All its letters belong to another alphabet and look like those of the language, so that nobody sees it and nothing finds it. Write it anew, or mark it as a word of another language.',
  },
  'manuscript/numeral-letters': {
    severity: 'error',
    title: 'A Roman numeral is not in Latin letters',
    why: 'Roman numerals are the Latin letters I, V and X in every language. Cyrillic Х and the dotted İ of Azerbaijani look nearly the same and are wrong.',
  },
  'manuscript/look-alike-letter': {
    severity: 'error',
    title: 'A letter looks like one of the language and is another',
    why: 'Some keyboards and programs have a letter that looks the same, such as ǝ for ə, or make a small i with a second dot of a capital İ. Search, sorting and hyphenation do not know it.',
  },
  'manuscript/unmarked-language': {
    severity: 'warning',
    title: 'Words in another alphabet are not marked',
    why: 'Words of another language are hyphenated, quoted and read aloud by its rules when they are marked: `:lang[words]{tag}`.',
  },
  'manuscript/too-deep': {
    severity: 'error',
    title: 'Lists, quotes, boxes or marks stand too deep inside one another',
    why: 'No page can show a hundred levels, and reading them would take hours. Write the parts side by side.',
  },
  'manuscript/too-entangled': {
    severity: 'error',
    title: 'A paragraph holds thousands of brackets or marks',
    why: 'Reading it would take hours. It is usually a drawing or data pasted into the text: put it into a code block, a table or a file of its own.',
  },
  'manuscript/front-matter-key': {
    severity: 'error',
    title: 'A key of the front matter is not known',
    why: 'The lines between `---` at the top of the manuscript have fixed names. A misspelt one would be lost without a word; see docs/markdown.md for the list.',
  },
  'manuscript/front-matter-value': {
    severity: 'error',
    title: 'A value of the front matter is of the wrong kind',
    why: 'A title is a text, authors are a list, a date is a date. Write a value of the kind that the message names.',
  },
  'manuscript/front-matter-misplaced': {
    severity: 'error',
    title: 'Front matter in a chapter that is not the first',
    why: 'Title, authors and date belong to the whole work and stand in the first file. Move the lines there.',
  },
  'manuscript/title-missing': {
    severity: 'warning',
    title: 'The manuscript has no title',
    why: 'The cover, the running heads and the PDF need a title. Write `title:` in the front matter, or begin the text with a `#` head.',
  },
  'manuscript/directive-unknown': {
    severity: 'error',
    title: 'A box or mark of this name does not exist',
    why: 'Colons before a name call for a box, a figure or a reference; see docs/markdown.md for the names there are. What stands inside was printed as plain text.',
  },
  'manuscript/directive-attribute': {
    severity: 'error',
    title: 'What stands in braces is not known there',
    why: 'Each box or mark takes only certain settings in `{…}`. See docs/markdown.md.',
  },
  'manuscript/directive-content': {
    severity: 'error',
    title: 'A figure, table or mark lacks what it is for',
    why: '`:::figure` holds a picture, `:::table` holds a table, a reference names what it points at.',
  },
  'manuscript/directive-misplaced': {
    severity: 'error',
    title: 'A part of the work stands inside something else',
    why: 'Front matter, back matter and the imprint are parts of the whole work: they cannot stand in a box, list, quote or note.',
  },
  'manuscript/directive-unclosed': {
    severity: 'error',
    title: 'A box is not closed',
    why: 'A line of as many colons as opened it ends a box. Without it, the rest of the text would stand in the box.',
  },
  'manuscript/directive-unopened': {
    severity: 'error',
    title: 'Colons that open and close nothing',
    why: 'A line of colons ends a box; here none is open, or a space stands between the colons and the name. The colons were printed as they stand.',
  },
  'manuscript/heading-level-skipped': {
    severity: 'error',
    title: 'A level of heads is skipped',
    why: 'A `###` below a `#` leaves readers and screen readers looking for the `##` between. Use the next level, or add the head that is missing.',
  },
  'manuscript/heading-attribute': {
    severity: 'error',
    title: 'What stands in braces after a head is not known',
    why: 'A head takes `{#id}` and `{.unlisted}` and nothing else.',
  },
  'manuscript/heading-misplaced': {
    severity: 'error',
    title: 'A head stands in a note or in the imprint',
    why: 'Heads divide the text: whoever listens to it goes from one to the next, and would be led out of the text by one in a note. Write its words bold.',
  },
  'manuscript/heading-empty': {
    severity: 'error',
    title: 'A head has no words',
    why: 'It would leave an empty line in the contents. Write the words or take the `#` away.',
  },
  'manuscript/id-duplicate': {
    severity: 'error',
    title: 'Two things have the same id',
    why: 'A reference to the id could mean either. Give one of them another.',
  },
  'manuscript/id-invalid': {
    severity: 'error',
    title: 'An id is not fit to be one',
    why: 'An id is one word of letters, digits, `-` and `_`. Ids that begin with `note-`, `call-` or `tf-` are kept for the program.',
  },
  'manuscript/note-undefined': {
    severity: 'error',
    title: 'A note is called but not written',
    why: 'The text points at a note that is nowhere in this file. Write it, as `[^label]: words`, or mend the label.',
  },
  'manuscript/note-unused': {
    severity: 'error',
    title: 'A note is written but never called',
    why: 'Nothing in the text points at the note, so it cannot be printed. Call it with `[^label]`, or take it out.',
  },
  'manuscript/note-duplicate': {
    severity: 'error',
    title: 'Two notes have the same label',
    why: 'Only the first is printed. Give the other a label of its own.',
  },
  'manuscript/note-empty': {
    severity: 'error',
    title: 'A note has no words',
    why: 'A mark in the text would lead to an empty note. Write the note or take the call out.',
  },
  'manuscript/note-ibidem': {
    severity: 'error',
    title: 'A note says “the same source” where that is not clear',
    why: '“Ibid.” means the one source of the note before. Where that note has several sources, or there is none before it, readers cannot find the source. Name it.',
  },
  'manuscript/reference-broken': {
    severity: 'error',
    title: 'A reference points at nothing',
    why: 'There is no head, figure or table of that id. Mend the id, or give `{#id}` to what is meant.',
  },
  'manuscript/html-refused': {
    severity: 'error',
    title: 'HTML that is not allowed in a manuscript',
    why: 'A manuscript may hold a few harmless elements of HTML; everything else could change the page or run a program, and was taken out.',
  },
  'manuscript/link-refused': {
    severity: 'error',
    title: 'A link leads where a printed text cannot',
    why: 'Links go to web addresses, mail addresses and places in the same text. The words were printed without the link.',
  },
  'manuscript/math-refused': {
    severity: 'error',
    title: 'Mathematics is not set',
    why: 'Formulas are outside what the program does: the signs would be printed as they stand. Use words, or a picture of the formula.',
  },
  'manuscript/language-tag': {
    severity: 'error',
    title: 'A language is not named as it should be',
    why: 'Words of another language are marked with the tag of the language, two or three letters as in the names of the manuscripts.',
  },
  'manuscript/picture-missing': {
    severity: 'error',
    title: 'A picture or data file is not there',
    why: 'The file does not lie where the text says. Check its name, capital letters too, and that it lies in the folder of the publication.',
  },
  'manuscript/picture-outside': {
    severity: 'error',
    title: 'A picture or data file lies outside the publication',
    why: 'A manuscript may use only files in the folder of its own publication: copy the file there.',
  },
  'manuscript/picture-remote': {
    severity: 'error',
    title: 'A picture lies on the web',
    why: 'The program does not reach the network, and what lies there may change. Save the picture into the folder of the publication.',
  },
  'manuscript/picture-unreadable': {
    severity: 'error',
    title: 'A picture or data file cannot be read',
    why: 'The system does not allow it, or the file is damaged. Check its permissions and open it in another program.',
  },
  'manuscript/picture-type': {
    severity: 'error',
    title: 'A picture is of a kind that is not printed',
    why: 'Pictures are SVG, PNG, JPEG, WebP or GIF. Save it as one of these.',
  },
  'manuscript/picture-too-large': {
    severity: 'error',
    title: 'A picture is too large',
    why: 'It has more pixels than any page can show, and would take all of the memory. Save a smaller one: 300 pixels per inch of its printed width are enough.',
  },
  'manuscript/picture-unsafe': {
    severity: 'error',
    title: 'An SVG picture holds what a picture need not',
    why: 'A script, a part that is loaded from elsewhere or a foreign page inside an SVG is never needed for printing and may do harm. Save it as plain SVG.',
  },
  'manuscript/picture-without-words': {
    severity: 'warning',
    title: 'A picture has no description',
    why: 'People who cannot see the picture hear its description. Write it between the brackets: `![what it shows](file.svg)`.',
  },
  'manuscript/chart-data': {
    severity: 'error',
    title: 'The data of a chart are not as they should be',
    why: 'A chart is drawn from a YAML file with `kind`, `values`, `rows` and `words`; see docs/markdown.md.',
  },
  'manuscript/chart-words': {
    severity: 'error',
    title: 'A chart lacks words in this language',
    why: 'The words of a chart stand in its data file, once for each language. Add those that are missing.',
  },
  'manuscript/edition-chapter-missing': {
    severity: 'error',
    title: 'A chapter is missing in a language',
    why: 'One language of the publication has a file that another has not. Write it, or take the other out.',
  },
  'manuscript/edition-notes-differ': {
    severity: 'error',
    title: 'The notes of two languages differ',
    why: 'A note in one language has no partner of the same label in another. Readers of one language would lose a source.',
  },
  'manuscript/edition-heads-differ': {
    severity: 'error',
    title: 'The heads of two languages differ',
    why: 'The editions are not divided in the same way: a head is missing, or stands on another level.',
  },
  'manuscript/edition-floats-differ': {
    severity: 'error',
    title: 'The figures or tables of two languages differ',
    why: 'A figure or table in one language has no partner of the same id in another.',
  },
  'manuscript/edition-figures-differ': {
    severity: 'error',
    title: 'A number in a table differs between two languages',
    why: 'The same table says one number in one language and another in the other. One of them is wrong.',
  },
  'manuscript/number-form': {
    severity: 'warning',
    title: 'A number is written otherwise than the language writes it',
    why: 'Languages differ in the sign before decimals and in how they group thousands; the same signs mean other numbers elsewhere. Numbers are never changed by the program: write it as the message says.',
  },
  'manuscript/column-figures': {
    severity: 'warning',
    title: 'A number in a column of a table is not grouped as the others are',
    why: 'In a column thousands stand under thousands: where one number is grouped, `10 390`, a shorter one beside it is too, `1 039`, though in running text it would not be. Numbers are never changed by the program.',
  },
  'manuscript/ordinal-form': {
    severity: 'warning',
    title: 'An ordinal has a wrong suffix',
    why: 'The suffix after a figure follows from how the number is spoken, and some languages write none after a Roman numeral.',
  },
  'manuscript/quote-unpaired': {
    severity: 'warning',
    title: 'A quotation mark has no partner',
    why: 'A quotation that is opened must be closed in the same paragraph, else nobody can tell where it ends. One that goes on over paragraphs is opened again at the head of each.',
  },
} as const satisfies Record<string, Rule>;
