/** Pictures: each is a readable file of the publication, of a known kind and a bearable size; it becomes an asset of the forme. */
import type { Image, Root } from 'mdast';
import { diagnose } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Place } from '../../protocol/place.ts';
import type { Asset } from '../manuscript.ts';
import { pictureHeader } from '../pictures/picture-header.ts';
import { publicationPath } from '../pictures/publication-path.ts';
import { isSvg, svgFaults } from '../pictures/svg-faults.ts';
import type { FoundFile, PublicationFiles } from '../publication-files.ts';
import { placeOf, replaceNodes } from '../tree.ts';
import type { Surroundings } from './surroundings.ts';
import { projectPath } from './surroundings.ts';

/** Most pixels of a picture: an A3 page at 600 dpi has 70 million, one at 300 dpi 17 million. */
const mostPixels = 50_000_000;

/** Most pixels of one side. */
const longestSide = 16_000;

/** Most bytes of an SVG, all of which is read. */
const largestSvg = 20 * 1024 * 1024;

/** Bytes within which a header stands; a JPEG may carry colour profiles and previews first. */
const headerBytes = 4 * 1024 * 1024;

interface Judged {
  readonly mime: string | undefined;
  readonly faults: readonly Diagnostic[];
}

const refused = (...faults: readonly Diagnostic[]): Judged => ({ mime: undefined, faults });

const thousands = (value: number): string => String(value).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');

const judgeRaster = (bytes: Uint8Array, path: string, place: Place): Judged => {
  const header = pictureHeader(bytes);
  if (header === undefined) {
    return refused(
      diagnose(
        'manuscript/picture-type',
        `Unexpected kind of file \`${path}\`, expected an SVG, PNG, JPEG, WebP or GIF picture`,
        { place, hint: 'open it in another program and save it as PNG' },
      ),
    );
  }
  const { width, height, mime } = header;
  if (width === 0 || height === 0) {
    return refused(
      diagnose(
        'manuscript/picture-unreadable',
        `Unexpected picture without width or height \`${path}\`, expected a whole one`,
        { place, hint: 'the file is damaged: save it anew' },
      ),
    );
  }
  if (width * height > mostPixels || Math.max(width, height) > longestSide) {
    return refused(
      diagnose(
        'manuscript/picture-too-large',
        `Unexpected picture of ${thousands(width)} × ${thousands(height)} pixels, expected at most ${thousands(longestSide)} on a side and ${thousands(mostPixels)} in all`,
        { place, hint: 'save a smaller one: 300 pixels per inch of printed width are enough' },
      ),
    );
  }
  return { mime, faults: [] };
};

const judgeSvg = (text: string, path: string, place: Place): Judged => {
  const faults = svgFaults(text, path);
  const [first] = faults;
  if (first === undefined) return { mime: 'image/svg+xml', faults: [] };
  return refused(
    diagnose(
      'manuscript/picture-unsafe',
      `Unexpected ${first.found} in \`${path}\`, expected a drawing alone`,
      {
        place,
        hint: 'save it as plain SVG',
        related: faults.map((fault) => ({ message: fault.found, place: fault.place })),
      },
    ),
  );
};

const judge = (file: FoundFile, path: string, place: Place, files: PublicationFiles): Judged => {
  const start = files.read(file, 4096);
  if (start.length === 0) {
    return refused(
      diagnose('manuscript/picture-unreadable', `Unexpected empty file \`${path}\`, expected a picture`, {
        place,
        hint: 'the file is damaged: save it anew',
      }),
    );
  }
  const opening = new TextDecoder().decode(start);
  if (!/<(?:[\w-]+:)?svg|^\s*<|^\uFEFF?\s*<\?xml/i.test(opening)) {
    return judgeRaster(files.read(file, headerBytes), path, place);
  }
  if (file.size > largestSvg) {
    return refused(
      diagnose(
        'manuscript/picture-too-large',
        `Unexpected SVG of ${thousands(file.size)} bytes, expected at most ${thousands(largestSvg)}`,
        {
          place,
          hint: 'simplify the drawing, or save it as PNG',
        },
      ),
    );
  }
  const text = new TextDecoder().decode(files.read(file, largestSvg));
  return isSvg(text) ? judgeSvg(text, path, place) : judgeRaster(start, path, place);
};

const assetUrl = (count: number, path: string): string => {
  const name = (path.split('/').at(-1) ?? '').replaceAll(/[^A-Za-z0-9._-]/g, '_');
  return `asset/${count}/${name === '' ? 'picture' : name}`;
};

const wordsFault = (image: Image, place: Place): readonly Diagnostic[] =>
  (image.alt ?? '').trim() === ''
    ? [
        diagnose(
          'manuscript/picture-without-words',
          `Unexpected picture \`${image.url}\` without words, expected a description`,
          { place, hint: 'write what it shows between the brackets: `![…](…)`' },
        ),
      ]
    : [];

/**
 * Comes in: a tree, the publication's files, and the assets of the files before. Changes the tree: pictures point at their
 * assets, refused ones give way to their description. Gives all assets so far.
 */
export const takePictures = (
  tree: Root,
  file: string,
  { files, folder }: Surroundings,
  before: readonly Asset[],
): { readonly assets: readonly Asset[]; readonly diagnostics: readonly Diagnostic[] } => {
  const assets = [...before];
  const diagnostics: Diagnostic[] = [];
  const judged = new Map<string, Judged>();
  replaceNodes(tree, (node) => {
    if (node.type !== 'image') return undefined;
    const place = placeOf(node, file);
    diagnostics.push(...wordsFault(node, place));
    const found = publicationPath(node.url, place, files);
    const result =
      found.kind === 'fault'
        ? refused(found.fault)
        : (judged.get(found.file.absolute) ??
          judge(found.file, projectPath(folder, found.path), place, files));
    if (found.kind === 'file') judged.set(found.file.absolute, result);
    if (found.kind === 'fault' || result.mime === undefined) {
      diagnostics.push(...result.faults);
      return [{ type: 'text', value: node.alt ?? '' }];
    }
    const known = assets.find(({ path }) => path === found.file.absolute);
    const url = known?.url ?? assetUrl(assets.length + 1, found.path);
    if (known === undefined) assets.push({ url, path: found.file.absolute, mime: result.mime });
    return [{ ...node, url }];
  });
  return { assets, diagnostics };
};
