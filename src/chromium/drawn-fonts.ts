/**
 * Which fonts the browser has drawn a page with (https://chromedevtools.github.io/devtools-protocol/tot/CSS/#method-getPlatformFontsForNode).
 * Asked of the body it counts the glyphs of all that is in it: 20 ms for 250 pages. Asked of each element it takes half a second,
 * so the place of a fault is looked for only when there is one.
 */
import type { CDPSession } from 'puppeteer';
import { diagnose } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { parsePlace } from '../protocol/place.ts';
import type { Place } from '../protocol/place.ts';

/** What the protocol says of an element; text nodes are of type 3. */
interface ProtocolNode {
  readonly nodeId: number;
  readonly nodeType: number;
  readonly nodeValue: string;
  readonly attributes?: readonly string[];
  readonly children?: readonly ProtocolNode[];
}

interface TextElement {
  readonly nodeId: number;
  readonly words: string;
  readonly place: string | undefined;
}

/** A font that is none of the template's, and the first text that it draws. */
interface ForeignFont {
  readonly family: string;
  readonly words: string;
  readonly place: Place | undefined;
}

const shownLetters = 40;

const placeIn = ({ attributes = [] }: ProtocolNode): string | undefined => {
  const at = attributes.indexOf('data-place');
  return at < 0 || at % 2 === 1 ? undefined : attributes[at + 1];
};

/** The elements that have text of their own, with the place of the block that they stand in. */
const textElements = (node: ProtocolNode, place: string | undefined): readonly TextElement[] => {
  const own = placeIn(node) ?? place;
  const children = node.children ?? [];
  const words = children
    .flatMap((child) => (child.nodeType === 3 ? [child.nodeValue] : []))
    .join('')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const inside = children.flatMap((child) => textElements(child, own));
  return words === '' ? inside : [{ nodeId: node.nodeId, words, place: own }, ...inside];
};

const foreignIn = async (session: CDPSession, nodeId: number): Promise<readonly string[]> => {
  const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
  return fonts.flatMap((font) => (font.isCustomFont ? [] : [font.familyName]));
};

/** Looks for the first text of each foreign font. */
const locate = async (
  session: CDPSession,
  families: readonly string[],
): Promise<readonly ForeignFont[]> => {
  const { root } = await session.send('DOM.getDocument', { depth: -1 });
  const elements = textElements(root, undefined);
  const drawn = await Promise.all(elements.map(({ nodeId }) => foreignIn(session, nodeId)));
  return families.map((family) => {
    const element = elements[drawn.findIndex((names) => names.includes(family))];
    const place = element?.place === undefined ? undefined : parsePlace(element.place);
    return { family, words: element?.words ?? '', place };
  });
};

const foreignFonts = async (session: CDPSession): Promise<readonly ForeignFont[]> => {
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  try {
    const { root } = await session.send('DOM.getDocument', { depth: 0 });
    const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: 'body' });
    const families = [...new Set(await foreignIn(session, nodeId))];
    return families.length === 0 ? [] : await locate(session, families);
  } finally {
    await session.send('CSS.disable');
    await session.send('DOM.disable');
  }
};

/** Asks which fonts have drawn the page of a session. Goes out: a diagnostic for each that is not the template's. */
export const judgeDrawnFonts = async (session: CDPSession): Promise<readonly Diagnostic[]> =>
  (await foreignFonts(session)).map(({ family, words, place }) => {
    const shown = words.length > shownLetters ? `${words.slice(0, shownLetters)}…` : words;
    return diagnose(
      'chromium/font-foreign',
      `Unexpected font \`${family}\` of this machine in \`${shown}\`, expected the template’s alone`,
      { place, hint: 'its fonts lack a letter: use another letter, or a font that has it' },
    );
  });
