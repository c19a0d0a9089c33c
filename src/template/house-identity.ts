/** The face of the house: what publication.yaml says of organisation, funders and colour, in one language. */
import { basename } from 'node:path';
import { diagnose } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { ContainedFiles } from '../platform/contained-files.ts';
import { textFor } from '../project/localised.ts';
import type { Body, Localised, Publication } from '../project/project.ts';
import type { FormeAsset } from './forme.ts';

/** An organisation or funder as a layout is given it; empty where there is nothing. */
export interface HouseBody {
  readonly name: string;
  /** URL path of the logo. */
  readonly logo: string;
}

/** The face of the house in one language; texts are empty where publication.yaml gives none. */
export interface HouseIdentity {
  readonly organisation: HouseBody;
  readonly funders: readonly HouseBody[];
  readonly disclaimer: string;
  readonly contact: string;
  readonly isbn: string;
  /** A colour of CSS, safe to stand in a style sheet. */
  readonly colour: string;
}

const mimes: Readonly<Record<string, string>> = {
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
};

/** `#rgb`, `#rrggbb`, `rgb(…)`, `hsl(…)` or a word: nothing that could end a declaration. */
const colourSyntax = /^(?:#(?:[0-9a-f]{3}|[0-9a-f]{6})|(?:rgb|hsl)\([\d\s.,%]+\)|[a-z]+)$/iu;

/** Reads the identity; logos become assets. `files` is the publication's folder. */
export const houseIdentity = (
  publication: Publication,
  tag: string,
  files: ContainedFiles,
  defaultColour: string,
): {
  readonly house: HouseIdentity;
  readonly assets: ReadonlyMap<string, FormeAsset>;
  readonly diagnostics: readonly Diagnostic[];
} => {
  const { house, source } = publication.settings;
  const diagnostics: Diagnostic[] = [];
  const assets = new Map<string, FormeAsset>();
  const text = (localised: Localised | undefined): string =>
    localised === undefined ? '' : (textFor(localised, tag, source) ?? '');
  const logo = (path: string | undefined, key: string): string => {
    if (path === undefined) return '';
    const mime = mimes[/\.([^.]+)$/u.exec(path)?.[1]?.toLowerCase() ?? ''];
    const found = files.resolve(path);
    if (mime === undefined || found.kind !== 'file') {
      // What is wrong with the settings has been told already.
      if (publication.broken === true) return '';
      diagnostics.push(
        diagnose(
          'template/house-picture',
          `Unexpected logo \`${path}\`, expected a picture in the publication's folder`,
          {
            place: publication.places.get(key),
            hint: `a logo is a file in ${Object.keys(mimes).join(', ')}`,
          },
        ),
      );
      return '';
    }
    const url = `/house/${assets.size + 1}/${encodeURIComponent(basename(found.absolute))}`;
    assets.set(url, { path: found.absolute, mime });
    return url;
  };
  const body = (given: Body | undefined, key: string): HouseBody => ({
    name: text(given?.name),
    logo: logo(given?.logo, `${key}.logo`),
  });
  let colour = house.colour ?? defaultColour;
  if (!colourSyntax.test(colour)) {
    diagnostics.push(
      diagnose('template/house-colour', `Unexpected \`${colour}\`, expected a colour such as \`#0b5394\``, {
        place: publication.places.get('house.colour'),
      }),
    );
    colour = defaultColour;
  }
  return {
    house: {
      organisation: body(house.organisation, 'house.organisation'),
      funders: house.funders.map((funder, index) => body(funder, `house.funders.${index}`)),
      disclaimer: text(house.disclaimer),
      contact: text(house.contact),
      isbn: text(house.isbn),
      colour,
    },
    assets,
    diagnostics,
  };
};
