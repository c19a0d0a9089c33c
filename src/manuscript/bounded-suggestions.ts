/** Suggestions for misspelt names, up to a bound: a text with thousands of faults must not be compared with thousands of names each. */
import { suggestion } from '../diagnostics/nearest-name.ts';

const most = 50;

/** A {@link suggestion} that has nothing to say after its fiftieth question. Each use counts for itself. */
export const boundedSuggestions = (): typeof suggestion => {
  let asked = 0;
  return (word, names) => {
    asked += 1;
    return asked > most ? undefined : suggestion(word, names);
  };
};
