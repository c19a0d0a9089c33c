/** Locks an edition up for printing: manuscript, language and template become one self-contained page. */
import { diagnose } from '../diagnostics/catalogue.ts';
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import type { Language } from '../language/language.ts';
import type { Manuscript } from '../manuscript/manuscript.ts';
import { containedFiles } from '../platform/contained-files.ts';
import type { Publication } from '../project/project.ts';
import { pagedProperties } from '../protocol/paged-css.ts';
import { replaceVariables } from './css/root-variables.ts';
import type { Forme, FormeAsset } from './forme.ts';
import type { HouseIdentity } from './house-identity.ts';
import { houseIdentity } from './house-identity.ts';
import { fontFaceCss, fontUrl } from './load-fonts.ts';
import type { ManuscriptHtml } from './manuscript-html.ts';
import { manuscriptHtml } from './manuscript-html.ts';
import { renderLayout } from './render-layout.ts';
import type { Template } from './template.ts';

/** No script, no network, no form, no frame: pictures and fonts of the forme itself, and its own styles. */
const contentSecurityPolicy =
  "default-src 'none'; img-src 'self' data:; font-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** Registers the custom properties: they are not inherited, so that each element answers for itself. */
const registeredProperties = Object.values(pagedProperties)
  .map((name) => `@property ${name}{syntax:"*";inherits:false}`)
  .join('\n');

const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** `</` inside a style element would end it. */
const styleText = (css: string): string => css.replaceAll('</', '<\\/');

/** What a layout is given; docs/templates.md lists it. */
const layoutValues = (
  manuscript: Manuscript,
  html: ManuscriptHtml,
  house: HouseIdentity,
  language: Language,
): Readonly<Record<string, unknown>> => {
  const { meta } = manuscript;
  return {
    lang: language.tag,
    language: language.name,
    title: meta.title,
    subtitle: meta.subtitle ?? '',
    series: meta.series ?? '',
    status: meta.status ?? '',
    notice: meta.notice ?? '',
    abstract: meta.abstract ?? '',
    short: meta.short ?? meta.title,
    date: meta.date ?? '',
    authors: meta.authors,
    translators: meta.translators,
    editors: meta.editors,
    keywords: meta.keywords,
    house,
    contents: manuscript.headings
      .filter((heading) => heading.listed)
      .map(({ id, level, text, matter }) => ({ id, level, text, matter })),
    front: html.front,
    body: html.body,
    back: html.back,
    imprint: html.imprint,
  };
};

const count = (text: string, part: string): number => {
  const first = text.indexOf(part);
  return first < 0 ? 0 : text.includes(part, first + part.length) ? 2 : 1;
};

/** A layout prints every part of the manuscript once: what it leaves out would be lost. */
const partFaults = (flow: string, html: ManuscriptHtml, template: Template): readonly Diagnostic[] =>
  (['front', 'body', 'back', 'imprint'] as const).flatMap((name) => {
    const part = html[name];
    if (part === '') return [];
    const times = count(flow, part);
    if (times === 1) return [];
    return [
      diagnose(
        'template/no-flow',
        times === 0
          ? `Unexpected layout without the ${name} of the manuscript, expected all of it`
          : `Unexpected second printing of the ${name} of the manuscript, expected one`,
        {
          place: {
            file: template.layouts.get(template.layout)?.file ?? template.layout,
            line: 1,
            column: 1,
          },
          hint: `print it once, unescaped: \`{{ ${name} | raw }}\``,
        },
      ),
    ];
  });

const formeAssets = (
  template: Template,
  manuscript: Manuscript,
  house: ReadonlyMap<string, FormeAsset>,
): ReadonlyMap<string, FormeAsset> =>
  new Map<string, FormeAsset>([
    ...template.fonts.map((font) => [fontUrl(font), { path: font.path, mime: 'font/ttf' }] as const),
    ...[...template.files].map(([url, path]) => [url, { path, mime: mimeOf(path) }] as const),
    ...manuscript.assets.map((asset) => [`/${asset.url}`, { path: asset.path, mime: asset.mime }] as const),
    ...house,
  ]);

const pictureMimes: Readonly<Record<string, string>> = {
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
};

const mimeOf = (path: string): string =>
  pictureMimes[/\.([^.]+)$/u.exec(path)?.[1]?.toLowerCase() ?? ''] ?? 'application/octet-stream';

/** `background` of pages is written into Chromium's page rules, where no element answers for `var()`. */
const withBackgrounds = (template: Template, colour: string): Forme['rules'] => {
  const variables = new Map([...template.variables, ['--house-colour', colour]]);
  const resolve = (css: string, depth = 0): string => {
    const next = replaceVariables(css, variables);
    return next === css || depth > 8 ? next : resolve(next, depth + 1);
  };
  return {
    ...template.rules,
    rules: template.rules.rules.map((rule) => ({ ...rule, background: resolve(rule.background) })),
  };
};

/**
 * Makes the forme of an edition: the layout rendered round the manuscript, with soft hyphens, fonts and pictures. Without a
 * value where the layout cannot be rendered.
 */
export const makeForme = (
  template: Template,
  manuscript: Manuscript,
  language: Language,
  publication: Publication,
): Outcome<Forme> => {
  const identity = houseIdentity(
    publication,
    language.tag,
    containedFiles(publication.folder),
    template.colour,
  );
  const exceptions = publication.settings.hyphenation[language.tag] ?? [];
  const html = manuscriptHtml(
    manuscript,
    exceptions.length === 0 ? language : language.withExceptions(exceptions),
  );
  if (!template.renderable) return { diagnostics: identity.diagnostics };
  const flow = renderLayout(template, language, layoutValues(manuscript, html, identity.house, language));
  if (flow.value === undefined) return { diagnostics: [...identity.diagnostics, ...flow.diagnostics] };
  const css = [
    registeredProperties,
    '.glued{white-space:nowrap;text-justify:none;word-spacing:normal}',
    fontFaceCss(template.fonts),
    template.css,
    `:root{--house-colour:${identity.house.colour}}`,
  ].join('\n');
  const { title } = manuscript.meta;
  // Hidden until the paginator shows it: the text is laid out once, at its measure and with its fonts.
  const page = `<!doctype html>
<html lang="${escapeText(language.tag)}" dir="${language.direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy}">
<title>${escapeText(title)}</title>
<style>
${styleText(css)}
</style>
</head>
<body style="display:none">
<main class="tf-flow">
${flow.value}
</main>
<div class="tf-notes">
${html.notes}
</div>
</body>
</html>
`;
  return {
    value: {
      html: page,
      assets: formeAssets(template, manuscript, identity.assets),
      rules: withBackgrounds(template, identity.house.colour),
      faces: template.fonts,
      title,
      tag: language.tag,
    },
    diagnostics: [...identity.diagnostics, ...partFaults(flow.value, html, template)],
  };
};
