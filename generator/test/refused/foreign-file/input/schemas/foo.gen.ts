export type Foo = string;
