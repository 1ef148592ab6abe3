type ProcessVariables = Readonly<Record<string, string | undefined>>;

/**
 * Variables that code of another commit is run with, by name. Whatever is not known to be harmless is kept from it: a
 * token has no name that would tell it from others. Of git's, only where its settings lie; its credentials may stand in
 * the others.
 */
const harmless =
  /^(PATH|HOME|USER|LOGNAME|SHELL|TMPDIR|TEMP|TMP|LANG|LANGUAGE|LC_[A-Z]+|TZ|TERM|COLUMNS|CI|NO_COLOR|FORCE_COLOR|XDG_(CACHE|CONFIG|DATA)_HOME|GITOPS_CACHE|NODE_OPTIONS|NODE_EXTRA_CA_CERTS|NODE_COMPILE_CACHE|SSL_CERT_(FILE|DIR)|GIT_(DIR|WORK_TREE|EXEC_PATH|CONFIG_(GLOBAL|SYSTEM|NOSYSTEM))|USERPROFILE|APPDATA|LOCALAPPDATA|PATHEXT|COMSPEC|SYSTEMROOT|WINDIR)$/i;

/** What npm and Go need beside to reach a registry: a proxy's address may hold a password, so generators do not get it. */
const reaching =
  /^((HTTPS?|ALL|NO)_PROXY|NPM_CONFIG_(REGISTRY|CAFILE|CACHE|USERCONFIG|GLOBALCONFIG|PREFIX)|CGO_[A-Z]+|GO(PROXY|SUMDB|NOSUMDB|NOPROXY|PRIVATE|INSECURE|PATH|ROOT|CACHE|MODCACHE|TMPDIR|TOOLCHAIN|OS|ARCH|VCS|ENV))$/i;

/** What a generator, and the definitions that it loads, may know of our environment. */
export const generatorVariables = (ours: ProcessVariables): ProcessVariables => namedLike(ours, [harmless]);

/** What the installation of packages, and the building of programs, may know of it. */
export const installerVariables = (ours: ProcessVariables): ProcessVariables =>
  namedLike(ours, [harmless, reaching]);

const namedLike = (ours: ProcessVariables, known: readonly RegExp[]): ProcessVariables =>
  Object.fromEntries(Object.entries(ours).filter(([name]) => known.some((names) => names.test(name))));
