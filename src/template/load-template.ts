/** Loads a template from its folder. The only file of this room, beside the fonts', that looks at the disk. */
import { join } from 'node:path';
import { diagnose } from '../diagnostics/catalogue.ts';
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import { suggestion } from '../diagnostics/nearest-name.ts';
import type { ContainedFiles } from '../platform/contained-files.ts';
import { containedFiles } from '../platform/contained-files.ts';
import { listFolder } from '../platform/folders.ts';
import { readText } from '../platform/read-file.ts';
import type { Place } from '../protocol/place.ts';
import { checkLayouts } from './check-layouts.ts';
import { collectPages } from './css/collect-pages.ts';
import { nameFaults } from './css/check-names.ts';
import type { ParsedSheet } from './css/rewrite-sheet.ts';
import { parseSheet, rewriteSheet } from './css/rewrite-sheet.ts';
import { readRootVariables } from './css/root-variables.ts';
import { templateUrl } from './css/sheet-urls.ts';
import { loadFonts } from './load-fonts.ts';
import type { Layout, Template } from './template.ts';
import { readTemplateSettings } from './template-settings.ts';

const missing = (what: string, place: Place): Diagnostic =>
  diagnose('template/file-missing', `Unexpected \`${what}\`, expected a file in the folder of the template`, {
    place,
    hint: 'capital and small letters count',
  });

interface LoadedLayouts {
  readonly layouts: ReadonlyMap<string, Layout>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Every Liquid file of the folder; a layout can name no other. */
const loadLayouts = (folder: string, own: ContainedFiles, prefix: string): LoadedLayouts => {
  const layouts = new Map<string, Layout>();
  const diagnostics: Diagnostic[] = [];
  for (const name of own.list('').filter((file) => file.endsWith('.liquid'))) {
    const file = `${prefix}/${name}`;
    const read = readText(join(folder, name), file);
    diagnostics.push(...read.diagnostics);
    if (read.value !== undefined) layouts.set(name, { file, text: read.value });
  }
  return { layouts, diagnostics };
};

interface LoadedSheets {
  readonly sheets: readonly ParsedSheet[];
  readonly files: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

const loadSheets = (
  names: readonly { readonly name: string; readonly place: Place }[],
  own: ContainedFiles,
  prefix: string,
): LoadedSheets => {
  const sheets: ParsedSheet[] = [];
  const files = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  for (const { name, place } of names) {
    const found = own.resolve(name);
    if (found.kind !== 'file') {
      diagnostics.push(missing(name, place));
      continue;
    }
    const read = readText(found.absolute, `${prefix}/${name}`);
    diagnostics.push(...read.diagnostics);
    if (read.value === undefined) continue;
    const sheet = parseSheet(read.value, `${prefix}/${name}`);
    diagnostics.push(...sheet.diagnostics);
    sheets.push(sheet);
    for (const url of sheet.urls) {
      const file = own.resolve(url.path);
      if (file.kind === 'file') files.set(templateUrl(url.path), file.absolute);
      else diagnostics.push(missing(url.path, url.place));
    }
  }
  return { sheets, files, diagnostics };
};

const noTemplate = (templatesFolder: string, name: string, prefix: string): Diagnostic => {
  const known = (listFolder(templatesFolder) ?? []).flatMap((entry) =>
    entry.kind === 'folder' ? [entry.name] : [],
  );
  return diagnose('template/missing', `Unexpected template \`${name}\`, expected a folder in \`${prefix}\``, {
    hint: suggestion(name, known),
  });
};

/**
 * Loads the template `name` from `templatesFolder` (absolute). `rootRelativePrefix` is that folder as places name it
 * (`templates`). Goes out: the template where one could be made, and every fault of its files.
 */
export const loadTemplate = (
  templatesFolder: string,
  name: string,
  rootRelativePrefix: string,
): Outcome<Template> => {
  const own = containedFiles(join(templatesFolder, name));
  const found = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(name) ? own.resolve('template.yaml') : undefined;
  if (found?.kind !== 'file') return { diagnostics: [noTemplate(templatesFolder, name, rootRelativePrefix)] };
  const prefix = `${rootRelativePrefix}/${name}`;
  const text = readText(found.absolute, `${prefix}/template.yaml`);
  if (text.value === undefined) return { diagnostics: text.diagnostics };
  const read = readTemplateSettings(text.value, `${prefix}/template.yaml`);
  if (read.value === undefined) return { diagnostics: read.diagnostics };
  const { settings, placeOf } = read.value;
  const fonts = loadFonts(read.value, own);
  const { layouts, diagnostics: unread } = loadLayouts(join(templatesFolder, name), own, prefix);
  const layoutFaults = [
    ...unread,
    ...(layouts.has(settings.layout) ? [] : [missing(settings.layout, placeOf(['layout']))]),
    ...checkLayouts(layouts),
  ];
  const styles = settings.styles.map((file, index) => ({ name: file, place: placeOf(['styles', index]) }));
  const loaded = loadSheets(styles, own, prefix);
  const variables = new Map(loaded.sheets.flatMap((sheet) => [...readRootVariables(sheet.tree)]));
  const rewritten = loaded.sheets.map((sheet) => rewriteSheet(sheet, variables));
  const areas = rewritten.flatMap((sheet) => [...sheet.areas, ...sheet.pages.flatMap((page) => page.areas)]);
  const pages = collectPages(
    rewritten.flatMap((sheet) => sheet.pages),
    areas,
    {
      call: rewritten.findLast((sheet) => sheet.call !== undefined)?.call,
      marker: rewritten.findLast((sheet) => sheet.marker !== undefined)?.marker,
    },
  );
  const diagnostics = [
    ...text.diagnostics,
    ...fonts.diagnostics,
    ...layoutFaults,
    ...loaded.diagnostics,
    ...rewritten.flatMap((sheet) => sheet.diagnostics),
    ...pages.diagnostics,
    ...nameFaults(loaded.sheets, pages.rules.rules),
  ];
  const css = [...rewritten.map((sheet) => sheet.css), ...areas.map((area) => area.css)]
    .filter((part) => part !== '')
    .join('\n');
  return {
    value: {
      name,
      css,
      rules: {
        ...pages.rules,
        grid: settings['baseline-grid'],
        hanging: settings['hanging-punctuation'],
      },
      fonts: fonts.fonts,
      layout: settings.layout,
      layouts,
      renderable: layoutFaults.length === 0,
      files: loaded.files,
      colour: settings.colour,
      variables,
    },
    diagnostics,
  };
};
