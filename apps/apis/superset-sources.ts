import type { SecretReference } from '#generator';

/** A database that people may ask from Superset. */
export interface Source {
  /** As people see it. */
  readonly name: string;
  /** As SQLAlchemy writes it, without a password. */
  readonly url: string;
  readonly password?: { readonly secret: SecretReference; readonly key: string };
}

const variableOf = ({ name }: Source): string => `${name.toUpperCase()}_PASSWORD`;

/** The sources as the setup reads them: passwords are variables. */
export const sourcesFile = (sources: readonly Source[]) =>
  sources.map((source) => ({
    name: source.name,
    url: source.url,
    ...(source.password && { passwordVariable: variableOf(source) }),
  }));

/** The variables that the file of sources names. */
export const sourceVariables = (sources: readonly Source[]) =>
  Object.fromEntries(
    sources.flatMap((source) => {
      const { password } = source;
      return password ? [[variableOf(source), { secret: password.secret.name, key: password.key }]] : [];
    }),
  );
