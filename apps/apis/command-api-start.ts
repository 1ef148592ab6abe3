/*
 * What stands between the program and the cluster. It has no settings for these things, so they are done around it.
 */

/**
 * Fills secrets into the settings, lays out the charts of connectors, puts our commands in front of kubectl and helm, and
 * becomes the program.
 */
export const start = `import json, os, pathlib, string, sys, yaml

os.umask(0o077)
home = pathlib.Path(os.environ["CONFIG_PATH"])

def filled(value):
    if isinstance(value, dict):
        return {key: filled(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [filled(inner) for inner in value]
    return string.Template(value).substitute(os.environ) if isinstance(value, str) else value

def lay_out(path, text):
    file = home / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
    file.chmod(0o700)

settings = yaml.safe_load(pathlib.Path("/data/config/service_config.yml").read_text())
lay_out("service_config.yml", json.dumps(filled(settings)))
for path, text in json.loads(pathlib.Path("/opt/start/files.json").read_text()).items():
    lay_out(path, text)
os.environ["PATH"] = f"{home}/bin:{os.environ['PATH']}"
os.execvp(sys.argv[1], sys.argv[1:])
`;

/** Namespace of the jobs, and the program's own words for it. */
const jobs = 'flink';

/**
 * The program restarts a job by deleting pods with labels that pods of the operator do not have, and takes no match for
 * success. The operator is asked instead: it takes a savepoint first. What it is told is no part of the target state, so
 * Argo CD leaves it alone.
 */
export const kubectl = `#!/bin/sh
set -eu
case "$*" in
"delete pods --selector app=flink,component="*"-jobmanager --namespace ${jobs}")
  job=\${4#app=flink,component=}
  job=\${job%-jobmanager}
  nonce=$(date +%s%3N)
  exec /usr/local/bin/kubectl patch flinkdeployments.flink.apache.org "$job" --namespace ${jobs} \\
    --type merge --patch "{\\"spec\\":{\\"restartNonce\\":$nonce}}"
  ;;
"delete pods --selector app=flink,component="*"-taskmanager --namespace ${jobs}")
  # They went with their JobManager.
  exit 0
  ;;
esac
exec /usr/local/bin/kubectl "$@"
`;

/** The namespace is there, and the program may make none: without the flag, Helm does not try. */
export const helm = `#!/bin/sh
set -eu
for word in "$@"; do
  shift
  [ "$word" = --create-namespace ] || set -- "$@" "$word"
done
exec /usr/local/bin/helm "$@"
`;
