/** Links inside the document, written so that prepress finds them; see `internalLinkPrefix`. */
import { internalLinkPrefix } from '../protocol/paginator.ts';

/** Rewrites the links of the composed page. One whose target is nowhere is a link no more. */
export const writeInternalLinks = (): void => {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')) {
    const id = decodeURIComponent((link.getAttribute('href') ?? '').slice(1));
    if (document.getElementById(id) === null) link.removeAttribute('href');
    else link.setAttribute('href', internalLinkPrefix + encodeURIComponent(id));
  }
};
