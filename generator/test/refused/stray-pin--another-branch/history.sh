# Branches of a remote whose names end as those that last: `wip/main` and `someone/release/prod/x`.
git init --quiet --initial-branch=main
$GENERATE > /dev/null
git add --all
git commit --quiet -m 'first'
git commit --quiet --allow-empty -m 'in progress'
git update-ref refs/remotes/origin/wip/main HEAD
git update-ref refs/remotes/origin/someone/release/prod/x HEAD
echo "revision: $(git rev-parse HEAD)" > environments/prod/release.yaml
git reset --quiet --soft HEAD~1
git config remote.origin.url .
git config remote.origin.fetch '+refs/nothing:refs/nothing'
