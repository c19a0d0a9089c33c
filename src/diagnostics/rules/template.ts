import type { Rule } from '../rule.ts';

/** Rules of the room `template`. Names are permanent. */
export const templateRules = {
  'template/missing': {
    severity: 'error',
    title: 'There is no template of this name',
    why: 'A publication names its template in publication.yaml; a template is a folder in `templates/` with a file template.yaml. Correct the name, or make the folder.',
  },
  'template/settings': {
    severity: 'error',
    title: 'template.yaml is not as it should be',
    why: 'template.yaml names the layout, the style sheets and the fonts of a template. A key that is not known, or a value of the wrong kind, would be passed over in silence, so it is refused.',
  },
  'template/file-missing': {
    severity: 'error',
    title: 'A file of the template is missing',
    why: 'A file that template.yaml, a layout or a style sheet names does not lie in the folder of the template, or leads out of it.',
  },
  'template/outside-file': {
    severity: 'error',
    title: 'A style sheet asks for a file from elsewhere',
    why: 'A page is set without a network and without looking round the disk, so that it comes out the same everywhere. Pictures of a template lie in its own folder.',
  },
  'template/font-missing': {
    severity: 'error',
    title: 'A font file is missing',
    why: 'The template names a font file that is not there. Where it belongs to a package, the package must be installed (`npm ci`); else the file lies in the folder of the template.',
  },
  'template/letter-missing': {
    severity: 'error',
    title: 'A letter is in none of the fonts it is set in',
    why: 'The browser would take it from another font of the machine, where there is one that has it, or print an empty box. Found on every machine alike, before anything is printed.',
  },
  'template/font-unusable': {
    severity: 'error',
    title: 'A font file cannot be embedded well',
    why: 'Only static fonts with TrueType outlines arrive in a PDF as real fonts. Variable fonts and OpenType fonts with PostScript outlines become drawings of letters, which print shops refuse and which cannot be searched.',
  },
  'template/css-syntax': {
    severity: 'error',
    title: 'A style sheet cannot be read',
    why: 'A brace, colon or semicolon is missing or out of place. A browser would leave out the rest of the rule in silence.',
  },
  'template/unknown-property': {
    severity: 'error',
    title: 'A property is not one of CSS',
    why: 'The property is misspelt, or belongs to another program. A browser would pass over it in silence and the page would look other than intended.',
  },
  'template/unknown-value': {
    severity: 'error',
    title: 'A value does not fit its property',
    why: 'CSS does not allow this value here. A browser would pass over the whole declaration in silence.',
  },
  'template/unsupported-property': {
    severity: 'error',
    title: 'A property does nothing here',
    why: 'The property is known, but neither Chromium nor this program does what it asks for at this place. Take it out, or say it otherwise.',
  },
  'template/unsupported-value': {
    severity: 'error',
    title: 'A value does nothing here',
    why: 'The value is CSS, but neither Chromium nor this program does what it asks for at this place. Take it out, or say it otherwise.',
  },
  'template/unsupported-content': {
    severity: 'error',
    title: 'Generated content that cannot be made here',
    why: 'Page numbers, strings and running elements can be put into margin boxes; page numbers of targets and leaders before and after elements; note numbers into calls and markers. Anything else would print as nothing.',
  },
  'template/unsupported-selector': {
    severity: 'error',
    title: 'A selector that selects nothing here',
    why: 'Chromium drops a rule with a selector it does not know, with all its declarations, in silence.',
  },
  'template/unsupported-at-rule': {
    severity: 'error',
    title: 'An at-rule that is not supported',
    why: 'The rule would be passed over in silence. Style sheets and fonts are named in template.yaml; pages are described with `@page`.',
  },
  'template/house-hyphenates': {
    severity: 'warning',
    title: 'Hyphenation is asked of the browser',
    why: 'Headless Chromium hyphenates no language by itself. Trifolio divides words by the patterns of each language; `hyphens: manual` lets it, `hyphens: none` forbids it.',
  },
  'template/page-size': {
    severity: 'error',
    title: 'The sheet is not described as it should be',
    why: 'All pages of a publication share one size, bleed and set of marks, given in `@page` without a selector. Chromium takes a size it does not know for Letter, in silence.',
  },
  'template/page-selector': {
    severity: 'error',
    title: 'A selector of pages that is not known',
    why: 'Pages are selected by their name and by `:first`, `:left`, `:right` and `:blank`.',
  },
  'template/page-length': {
    severity: 'error',
    title: 'A length on a page that is not absolute',
    why: 'A page has no font and no parent that a percentage or `em` could be relative to.',
  },
  'template/measure-changes': {
    severity: 'error',
    title: 'Pages of one name have columns of different widths',
    why: 'The text of pages of one name is set at one width before it is divided into pages; the left and right margins of all of them must therefore leave the same width. Give pages with another width a name of their own.',
  },
  'template/no-room': {
    severity: 'error',
    title: 'The margins leave no room for text',
    why: 'The margins of the page are together as wide or as high as the page, or nearly so.',
  },
  'template/unknown-page': {
    severity: 'warning',
    title: 'A named page that no rule describes',
    why: '`page: name` begins a new page; without `@page name` it looks like all others. Most often one of the two names is misspelt.',
  },
  'template/unknown-string': {
    severity: 'error',
    title: 'A running head asks for words that nothing sets',
    why: '`string(name)` and `element(name)` print what `string-set` and `position: running()` keep under that name. Where nothing does, the head stays empty.',
  },
  'template/liquid-syntax': {
    severity: 'error',
    title: 'A layout cannot be read',
    why: 'A tag of the Liquid language is not closed or not known.',
  },
  'template/liquid-value': {
    severity: 'error',
    title: 'A layout asks for something that does not exist',
    why: 'A variable, filter or partial that a layout names does not exist. What a layout is given is listed in docs/templates.md.',
  },
  'template/unknown-message': {
    severity: 'error',
    title: 'A layout asks for a word of the house that the language does not have',
    why: 'Words that the house adds to a page stand in `locales/<language>/messages.json`. A layout may print only those.',
  },
  'template/no-flow': {
    severity: 'error',
    title: 'A layout leaves out the text',
    why: 'A layout must print the whole manuscript into `<main class="tf-flow">`: front, body and back matter. What it leaves out would be lost.',
  },
  'template/house-colour': {
    severity: 'error',
    title: 'The colour of the house is not a colour',
    why: 'The colour in publication.yaml is put into the style sheet. Only plain colours are let in: `#rrggbb`, `rgb()`, `hsl()` or a name of CSS.',
  },
  'template/house-picture': {
    severity: 'error',
    title: 'A logo cannot be used',
    why: 'Logos named in publication.yaml lie in the folder of the publication and are SVG, PNG, JPEG, WebP or GIF pictures.',
  },
} as const satisfies Record<string, Rule>;
