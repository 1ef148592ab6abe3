/** Programs that our tests run and that this project neither downloads nor builds, with what of Debian and Ubuntu brings them. */
export const packagesOf = {
  luajit: ['luajit', 'lua-cjson'],
  mvn: ['maven'],
  'redis-server': ['redis-server'],
  'Java 17': ['openjdk-17-jdk-headless'],
  'Java 25': ['openjdk-25-jdk-headless'],
  python3: ['python3-venv'],
} as const satisfies Record<string, readonly string[]>;

export type FromSystem = keyof typeof packagesOf;

/** What a test ends with where a program is not there. */
export const missing = (program: FromSystem, names: string = program): Error =>
  new Error(
    `${names} is missing: install it and put it on PATH (Debian and Ubuntu: ${packagesOf[program].join(' ')})`,
  );
