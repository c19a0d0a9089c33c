/** The pipeline as commands see it. */
export { build } from './pipeline/build.ts';
