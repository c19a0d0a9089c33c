/** What reading a page back found, before it is put into words: plain data that a thread can send. */
import type { NoteId } from '../protocol/galley.ts';

/** One finding; `page` counts from 0, `place` is `file:line:column` or empty where none is known. */
export type PageFinding =
  | { readonly kind: 'unreadable'; readonly page: number }
  | {
      readonly kind: 'lost';
      readonly page: number;
      readonly words: readonly string[];
      readonly place: string;
    }
  | { readonly kind: 'extra'; readonly page: number; readonly words: readonly string[] }
  | {
      readonly kind: 'moved';
      readonly page: number;
      readonly words: readonly string[];
      readonly place: string;
    }
  | {
      readonly kind: 'disordered';
      readonly page: number;
      readonly words: readonly string[];
      readonly place: string;
    }
  | {
      readonly kind: 'note';
      readonly page: number;
      readonly note: NoteId;
      readonly letters: string;
      readonly words: readonly string[];
    }
  | {
      readonly kind: 'glyph';
      readonly page: number;
      readonly words: readonly string[];
      readonly font: string;
      readonly place: string;
    };
