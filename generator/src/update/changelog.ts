/** Of a changelog with a heading `## <version>` for each version, newest first, what is newer than a version. */
export function changesSince(changelog: string, version: string): string {
  const [, ...sections] = changelog.split(/^(?=## )/m);
  const known = sections.findIndex((section) => section.startsWith(`## ${version}\n`));
  return sections
    .slice(0, known < 0 ? sections.length : known)
    .join('')
    .trim();
}
