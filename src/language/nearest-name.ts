/** Suggestions for misspelt names, as the diagnostics have them. */
export { nearestName, suggestion as suggestName } from '../diagnostics/nearest-name.ts';
