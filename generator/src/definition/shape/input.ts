import type { z } from 'zod';

/** What a person may write where a shape is required. */
export type Input<Shape extends z.ZodType> = DeepReadonly<z.input<Shape>>;

type DeepReadonly<T> = T extends (...args: never[]) => unknown
  ? T
  : T extends object
    ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T;
