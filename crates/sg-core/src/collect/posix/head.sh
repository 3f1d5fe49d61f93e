# Collects what an import of the security group playground reads from an account,
# one file for each region. It only reads: each call is a Describe or List operation
# of the aliyun CLI. It never looks at credentials; the CLI does that by itself.
#
#   sh sgp-collect.sh [--region REGION]... [--profile NAME] [--anonymise] [--policy]
#
# Needs sh, aliyun, and awk, sed, grep, od, mkdir, mv, rm, cat, sleep, tr and wc.
# Exit code: 0 all was collected; 3 some calls were refused, and the file says which;
# 1 it stopped, and the same command goes on from there; 2 the options are wrong.
#
# No line holds a tab, or an exclamation mark that an interactive shell would expand, so
# that the text can also be pasted into one.
set -uf
umask 077
LC_ALL=C
export LC_ALL

regions='@REGIONS@'
anonymise='@ANONYMISE@'
profile=
work=sgp-collect.work

# The RAM policy that suffices for every call below.
policy='@POLICY@'

say() {
  printf '%s\n' "$*" >&2
}

stop() {
  say "sgp-collect: $*"
  say "What was read so far is in the folder $work; the same command goes on from there."
  exit 1
}

wrong() {
  say "sgp-collect: $*"
  exit 2
}

# Whether a text is one word of letters, digits and hyphens, and does not begin with a hyphen.
is_word() {
  case $1 in
    *'
'*) return 1 ;;
  esac
  printf '%s\n' "$1" | grep -q '^[A-Za-z0-9][A-Za-z0-9-]*$'
}
