/** Reads a page by interpreting its content, once. It knows nothing of how the page came to be. */
import type { PdfPage } from '../prepress/page-tree.ts';
import type { PdfFile } from '../prepress/pdf-file.ts';
import { pageContent } from '../prepress/page-content.ts';
import type { FileReaders } from './file-readers.ts';
import { initialState } from './graphics-state.ts';
import { readGroup } from './graphics-parameters.ts';
import { interpretContent } from './interpret-content.ts';
import type { PageReading } from './page-reading.ts';
import { textOfReading, type PageText } from './page-text.ts';

/** No page of ours comes near it: the bytes of content that one page may make us read, its forms each time they are drawn. */
const mostContent = 256 * 1024 * 1024;

/** Reads all of a page: its letters, and everything that marks it. */
export const readPage = (file: PdfFile, page: PdfPage, readers: FileReaders): PageReading => {
  const sheet = page.mediaBox ?? { left: 0, bottom: 0, right: 0, top: 0 };
  const budget = Math.max(0, Math.min(mostContent, readers.budget));
  const reading: PageReading = {
    file,
    readers,
    left: sheet.left,
    top: sheet.top,
    letters: [],
    x: [],
    y: [],
    codes: [],
    fontIndexes: [],
    fonts: [],
    fontNumbers: new Map(),
    unspoken: new Map(),
    missing: new Map(),
    covers: [],
    marks: [],
    stretch: undefined,
    confined: undefined,
    marked: [],
    actualTexts: 0,
    belonging: 'unmarked',
    contentIds: new Set(),
    artifactInTagged: false,
    taggedInArtifact: false,
    groups: [],
    optional: false,
    transfers: false,
    budget,
    whole: true,
  };
  const group = readGroup(file, page.dictionary.entries.get('Group'), readers.spaceOf, {
    isMask: false,
    isPage: true,
  });
  if (group !== undefined) reading.groups.push(group);
  const content = pageContent(file, page, budget);
  if (content === undefined) reading.whole = false;
  else interpretContent(reading, content, page.resources, initialState(sheet), 0);
  return reading;
};

/** The text of a page alone. */
export const readPageText = (file: PdfFile, page: PdfPage, readers: FileReaders): PageText =>
  textOfReading(readPage(file, page, readers));
