/** The files a style sheet asks for: they lie in the template's folder and are answered under `/template/`. */
import type { CssNode } from 'css-tree';
import { walk } from 'css-tree';
import type { Place } from '../../protocol/place.ts';
import type { SheetReading } from './css-place.ts';
import { cssPlace, fault } from './css-place.ts';

/** A file a style sheet asks for. */
export interface SheetUrl {
  /** Relative to the template's folder. */
  readonly path: string;
  readonly place: Place;
}

/** The URL path that a file of a template is answered under. */
export const templateUrl = (path: string): string =>
  `/template/${path
    .split('/')
    .map((part) => encodeURIComponent(part))
    .join('/')}`;

/** Rewrites every `url()` of a tree in place and returns the files asked for; what is not one of them is a fault. */
export const takeUrls = (tree: CssNode, reading: SheetReading): readonly SheetUrl[] => {
  const urls: SheetUrl[] = [];
  walk(tree, (node) => {
    if (node.type !== 'Url' || node.value.startsWith('data:image/') || node.value.startsWith('#')) return;
    const path = node.value.replace(/[?#].*$/u, '');
    if (path === '' || /^(?:[a-z][a-z0-9+.-]*:|[/\\])/iu.test(path) || path.split(/[/\\]/u).includes('..')) {
      fault(
        reading,
        'template/outside-file',
        node,
        `Unexpected \`url(${node.value})\`, expected a file of the template's own folder`,
        'put the file into the folder of the template; nothing is fetched from elsewhere',
      );
      return;
    }
    urls.push({ path, place: cssPlace(node, reading.file) });
    node.value = templateUrl(path);
  });
  return urls;
};
