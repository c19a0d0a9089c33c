/** From what an author writes for a file to a file of the publication, or the fault. */
import { diagnose } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { nearestName } from '../../diagnostics/nearest-name.ts';
import type { Place } from '../../protocol/place.ts';
import type { FoundFile, PublicationFiles } from '../publication-files.ts';

/** A file that may be used, or why not. */
export type PublicationPath =
  | { readonly kind: 'file'; readonly path: string; readonly file: FoundFile }
  | { readonly kind: 'fault'; readonly fault: Diagnostic };

const decodePath = (url: string): string => {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
};

const longestShown = 80;

const shown = (url: string): string => (url.length > longestShown ? `${url.slice(0, longestShown)}…` : url);

const similarFile = (path: string, files: PublicationFiles): string | undefined => {
  const cut = path.lastIndexOf('/') + 1;
  const folder = path.slice(0, Math.max(0, cut - 1));
  const near = nearestName(path.slice(cut), files.list(folder));
  return near === undefined ? undefined : `did you mean \`${path.slice(0, cut)}${near}\`?`;
};

/** Comes in: the address as written, and its place; goes out: the file, or the fault that forbids it. */
export const publicationPath = (url: string, place: Place, files: PublicationFiles): PublicationPath => {
  const fault = (
    rule: `manuscript/picture-${'missing' | 'outside' | 'remote' | 'unreadable'}`,
    found: string,
    hint: string,
  ): PublicationPath => ({
    kind: 'fault',
    fault: diagnose(
      rule,
      `Unexpected ${found} \`${shown(url)}\`, expected a file in the folder of the publication`,
      {
        place,
        hint,
      },
    ),
  });
  if (/^(?:https?:)?\/\//i.test(url)) {
    return fault('manuscript/picture-remote', 'address', 'save the picture into the folder `figures`');
  }
  if (/^[a-z][a-z0-9+.-]+:/i.test(url)) {
    return fault('manuscript/picture-outside', 'address', 'write the path only, such as `figures/map.svg`');
  }
  const path = decodePath(url);
  const found = files.resolve(path);
  switch (found.kind) {
    case 'file':
      return { kind: 'file', path, file: found };
    case 'outside':
      return fault('manuscript/picture-outside', 'path', 'copy the file into the folder `figures`');
    case 'unreadable':
      return fault('manuscript/picture-unreadable', 'unreadable file', 'check the permissions of the file');
    case 'missing': {
      const windows = path.includes('\\') ? 'write `/` for `\\`' : undefined;
      const hint = similarFile(path, files) ?? windows ?? 'check its name and its folder';
      return fault('manuscript/picture-missing', 'missing file', hint);
    }
  }
};
