/** What commits of a flow are like: what is in them, and how they are told from those of people. */
export interface CommitKind {
  /** Last line of the message: a branch whose tip lacks it is somebody else's work. */
  readonly trailer: string;
  /** Environment variable that says who is their author, as `Ann Example <ann@example.org>`. */
  readonly authorVariable: string;
  /** What may change, from the folder of the repository, as git's pathspecs. */
  readonly paths: readonly string[];
}

export const promotionCommits: CommitKind = {
  trailer: 'Made-by: npm run promote',
  authorVariable: 'PROMOTE_AUTHOR',
  paths: ['environments', 'schemas'],
};

/** Of a checkout of its own everything that differs, but for the packages that it is lent. */
export const upgradeCommits: CommitKind = {
  trailer: 'Made-by: npm run upgrade',
  authorVariable: 'UPGRADE_AUTHOR',
  paths: ['.', ':(exclude,glob)**/node_modules', ':(exclude,glob)**/node_modules/**'],
};
