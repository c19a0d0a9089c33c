/** The program in the page: one global, one entry, JSON in and out. Built by esbuild into build/paginator.js. */
import { packGalley } from '../protocol/packed-galley.ts';
import { pagedClasses } from '../protocol/paged-css.ts';
import type {
  ComposeRequest,
  OfferRequest,
  PaginatorApi,
  PrepareRequest,
  RelineRequest,
  RenumberRequest,
  ShowLettersRequest,
} from '../protocol/paginator.ts';
import { awaitAssets } from './await-assets.ts';
import type { FixedBlock } from './fix-lines.ts';
import type { LettersInUse } from './letters-in-use.ts';
import {
  collectGeneratedLetters,
  collectLetters,
  hideLetters,
  isVisible,
  showLetters,
} from './letters-in-use.ts';
import type { LineCounts } from './line-chooser.ts';
import { totalLines } from './line-chooser.ts';
import type { GalleyPage, MeasuredGalley } from './galley-page.ts';
import { offerLines, relineGalley } from './reline-galley.ts';
import { renumberGalley, withRenumbered } from './renumber-galley.ts';
import { totalFit } from './total-fit.ts';
import { composeGalley, measureGalley, prepareGalley } from './galley-page.ts';

let page: GalleyPage | undefined;
let measured: MeasuredGalley | undefined;

/** The letters of the composed pages. */
let letters: LettersInUse = new Map();

const prepared = (): GalleyPage => {
  if (page === undefined) throw new Error('prepare has not been called');
  return page;
};

const measuredGalley = (): MeasuredGalley => (measured ??= measureGalley(prepared()));

const lineCounts = (fixed: Iterable<FixedBlock>): readonly LineCounts[] =>
  [...fixed].flatMap(({ chosen }) => chosen.counts ?? []);

const api: PaginatorApi = {
  awaitAssets: () => awaitAssets([...document.querySelectorAll('*')]),
  prepare: (request: PrepareRequest) => {
    const result = prepareGalley(request, totalFit);
    page = result.page;
    return result.answer;
  },
  measure: () => {
    measured = measureGalley(prepared());
    return packGalley(measured.galley);
  },
  renumber: (request: RenumberRequest) => {
    const { answer, blocks } = renumberGalley(prepared(), request);
    measured = answer.reflowed > 0 || measured === undefined ? undefined : withRenumbered(measured, blocks);
    return answer;
  },
  offerLines: (request: OfferRequest) => ({ offers: offerLines(prepared(), measuredGalley(), request) }),
  reline: (request: RelineRequest) => {
    relineGalley(prepared(), measuredGalley(), request);
    measured = undefined;
    return {};
  },
  compose: async (request: ComposeRequest) => {
    letters = new Map();
    collectLetters(letters, document.body, isVisible);
    collectGeneratedLetters(letters, prepared().paged);
    const pages = composeGalley(measuredGalley(), request);
    const box = `.${pagedClasses.marginBox}`;
    const boxes = [...document.querySelectorAll(box)];
    for (const each of boxes) collectLetters(letters, each, () => true);
    const assets = awaitAssets([...document.querySelectorAll(`${box}, ${box} *`)]);
    return { pages, lines: totalLines(lineCounts(prepared().fixed.values())), assets: await assets };
  },
  showLetters: (request: ShowLettersRequest) => showLetters(letters, request),
  hideLetters: () => {
    hideLetters();
    return {};
  },
  show: () => {
    const style = document.createElement('style');
    style.textContent = '@media screen { body { display: none; } }';
    document.head.append(style);
    document.body.style.removeProperty('display');
    return {};
  },
};

/** Calls one function of the paginator by name with a JSON argument; answers in JSON. */
export const call = async (name: keyof PaginatorApi, json: string): Promise<string> => {
  const run = api[name] as (argument: unknown) => unknown;
  return JSON.stringify(await run(JSON.parse(json)));
};
